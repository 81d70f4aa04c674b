package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.BilingualText;
import java.util.List;

/** A decision with the answer of every rule, in the order of the rules. */
public record Explanation(AccessOutcome outcome, AccessReason reason, List<RuleAnswer> rules) {
    public Explanation {
        rules = List.copyOf(rules);
    }

    public record RuleAnswer(AccessReason rule, Verdict answer, BilingualText text) {}

    /** What a rule can answer. */
    public enum Verdict {
        PASSES,
        OBJECTS,
        NOT_ASKED
    }
}

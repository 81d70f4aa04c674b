package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.BilingualText;
import java.util.List;

/** A decision with every rule's answer, in the order in which they are asked. */
public record Explanation(AccessOutcome outcome, AccessReason reason, List<RuleAnswer> rules) {
    public Explanation {
        rules = List.copyOf(rules);
    }

    /** One rule's answer. */
    public record RuleAnswer(AccessReason rule, Verdict answer, BilingualText text) {}

    /** What a rule can say. */
    public enum Verdict {
        PASSES,
        OBJECTS,
        NOT_ASKED
    }
}

package io.foyer.hub.domain.access;

import io.foyer.hub.domain.house.Text;
import java.util.List;

/** A decision with every rule's answer, in the order in which they are asked. */
public record Explanation(Outcome outcome, Reason reason, List<Step> rules) {
    public Explanation {
        rules = List.copyOf(rules);
    }

    /** One rule's answer. */
    public record Step(Reason rule, Answer answer, Text text) {}

    /** What a rule can say. */
    public enum Answer {
        PASSES,
        OBJECTS,
        NOT_ASKED
    }
}

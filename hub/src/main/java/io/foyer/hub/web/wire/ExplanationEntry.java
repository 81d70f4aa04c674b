package io.foyer.hub.web.wire;

import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.access.Outcome;
import io.foyer.hub.domain.house.Text;
import java.util.List;

/** A decision with the answer of each rule. */
public record ExplanationEntry(Outcome outcome, String reason, List<RuleEntry> rules) {

    /** What one rule says. */
    public record RuleEntry(String rule, Explanation.Answer answer, Text text) {}

    public static ExplanationEntry of(Explanation explanation) {
        return new ExplanationEntry(
                explanation.outcome(),
                explanation.reason().code(),
                explanation.rules().stream()
                        .map(step -> new RuleEntry(step.rule().code(), step.answer(), step.text()))
                        .toList());
    }
}

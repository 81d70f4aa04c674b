package io.foyer.hub.web.wire;

import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.definition.BilingualText;
import java.util.List;

/** A decision with the answer of each rule. */
public record ExplanationEntry(AccessOutcome outcome, String reason, List<RuleEntry> rules) {

    /** The answer of one rule. */
    public record RuleEntry(String rule, Explanation.Verdict answer, BilingualText text) {}

    public static ExplanationEntry of(Explanation explanation) {
        return new ExplanationEntry(
                explanation.outcome(),
                explanation.reason().code(),
                explanation.rules().stream()
                        .map(step -> new RuleEntry(step.rule().code(), step.answer(), step.text()))
                        .toList());
    }
}

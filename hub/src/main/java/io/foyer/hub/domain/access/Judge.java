package io.foyer.hub.domain.access;

import io.foyer.hub.domain.access.Explanation.Answer;
import io.foyer.hub.domain.house.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules in their order for each membership that the credential's member holds. The membership that gets furthest
 * speaks; of those that get equally far, one that has nothing to lose by it.
 */
final class Judge {
    private final Doorkeeper keeper;

    Judge(Doorkeeper keeper) {
        this.keeper = keeper;
    }

    /** The case that spoke, and which rule objected to it: their number where none did. */
    record Verdict(Case seen, int rule) {
        private Reason reason() {
            return rule == Rule.ALL.size() ? Reason.GRANTED : Rule.ALL.get(rule).reason();
        }

        private boolean isBetterThan(@Nullable Verdict other) {
            return other == null || rule > other.rule || (rule == other.rule && other.seen.costs() && !seen.costs());
        }

        Decision decision() {
            boolean passedBack = reason() == Reason.GRANTED && seen.isNoted();
            return new Decision(reason(), seen.member(), seen.way().person(), seen.membership(), passedBack);
        }

        Explanation explanation() {
            List<Explanation.Step> steps = new ArrayList<>();
            for (int i = 0; i < Rule.ALL.size(); i++) {
                Answer answer = i < rule ? Answer.PASSES : i == rule ? Answer.OBJECTS : Answer.NOT_ASKED;
                Reason reason = Rule.ALL.get(i).reason();
                steps.add(new Explanation.Step(reason, answer, Words.of(reason, answer)));
            }
            return new Explanation(decision().outcome(), reason(), steps);
        }
    }

    Verdict judge(Request request) {
        Credential credential = credential(request);
        Visit visit = credential == null ? visit(request.pass()) : null;
        Way way = Way.of(keeper, request, person(credential, visit));
        Verdict best = null;
        if (credential != null) {
            for (Membership membership : keeper.members().heldBy(credential.member(), this::isShared)) {
                Verdict verdict = ask(new Case(keeper, request, way, credential, null, membership, plan(membership)));
                if (verdict.isBetterThan(best)) {
                    best = verdict;
                }
            }
        }
        return best == null ? ask(new Case(keeper, request, way, credential, visit, null, null)) : best;
    }

    /** Who would be passing; null where that is nobody. */
    private static @Nullable String person(@Nullable Credential credential, @Nullable Visit visit) {
        return visit != null ? visit.person() : credential == null ? null : credential.member();
    }

    private static Verdict ask(Case seen) {
        int rule = 0;
        while (rule < Rule.ALL.size() && !Rule.ALL.get(rule).objectsTo(seen)) {
            rule++;
        }
        return new Verdict(seen, rule);
    }

    private @Nullable Plan plan(Membership membership) {
        return keeper.house().plans().get(membership.plan());
    }

    private boolean isShared(Membership membership) {
        Plan plan = plan(membership);
        return plan != null && plan.headCount() != null;
    }

    /** The credential of the member whom a pass is for, or else the one that is registered. */
    private @Nullable Credential credential(Request request) {
        Pass pass = request.pass();
        Credential ofPass = pass == null ? null : pass.credential(request.credential(), keeper);
        return ofPass == null ? keeper.shown(request.credential()) : ofPass;
    }

    private @Nullable Visit visit(@Nullable Pass pass) {
        return pass == null ? null : pass.visit(keeper);
    }
}

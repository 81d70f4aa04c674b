package io.foyer.hub.domain.access;

import io.foyer.hub.domain.access.Explanation.Verdict;
import io.foyer.hub.domain.house.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules in their order for each membership that the credential's member holds. The membership that gets furthest
 * speaks; of those that get equally far, one that has nothing to lose by it.
 */
final class RuleBook {
    private final Doorkeeper keeper;

    RuleBook(Doorkeeper keeper) {
        this.keeper = keeper;
    }

    /** The case that spoke, and which rule objected to it: their number where none did. */
    record Judgement(AccessCase seen, int rule) {
        private AccessReason reason() {
            return rule == AccessRule.ALL.size()
                    ? AccessReason.GRANTED
                    : AccessRule.ALL.get(rule).reason();
        }

        private boolean isBetterThan(@Nullable Judgement other) {
            return other == null || rule > other.rule || (rule == other.rule && other.seen.costs() && !seen.costs());
        }

        AccessDecision decision() {
            boolean passedBack = reason() == AccessReason.GRANTED && seen.isNoted();
            return new AccessDecision(reason(), seen.member(), seen.way().person(), seen.membership(), passedBack);
        }

        Explanation explanation() {
            List<Explanation.RuleAnswer> steps = new ArrayList<>();
            for (int i = 0; i < AccessRule.ALL.size(); i++) {
                Verdict answer = i < rule ? Verdict.PASSES : i == rule ? Verdict.OBJECTS : Verdict.NOT_ASKED;
                AccessReason reason = AccessRule.ALL.get(i).reason();
                steps.add(new Explanation.RuleAnswer(reason, answer, ReasonText.of(reason, answer)));
            }
            return new Explanation(decision().outcome(), reason(), steps);
        }
    }

    Judgement judge(AccessRequest request) {
        Credential credential = credential(request);
        Visit visit = credential == null ? visit(request.pass()) : null;
        Route way = Route.of(keeper, request, person(credential, visit));
        Judgement best = null;
        if (credential != null) {
            for (Membership membership : keeper.members().heldBy(credential.member(), this::isShared)) {
                Judgement verdict =
                        ask(new AccessCase(keeper, request, way, credential, null, membership, plan(membership)));
                if (verdict.isBetterThan(best)) {
                    best = verdict;
                }
            }
        }
        return best == null ? ask(new AccessCase(keeper, request, way, credential, visit, null, null)) : best;
    }

    /** Who would be passing; null where that is nobody. */
    private static @Nullable String person(@Nullable Credential credential, @Nullable Visit visit) {
        return visit != null ? visit.person() : credential == null ? null : credential.member();
    }

    private static Judgement ask(AccessCase seen) {
        int rule = 0;
        while (rule < AccessRule.ALL.size() && !AccessRule.ALL.get(rule).objectsTo(seen)) {
            rule++;
        }
        return new Judgement(seen, rule);
    }

    private @Nullable Plan plan(Membership membership) {
        return keeper.house().plans().get(membership.plan());
    }

    private boolean isShared(Membership membership) {
        Plan plan = plan(membership);
        return plan != null && plan.headCount() != null;
    }

    /** The credential of the member whom a pass is for, or else the one that is registered. */
    private @Nullable Credential credential(AccessRequest request) {
        QrPass pass = request.pass();
        Credential ofPass = pass == null ? null : pass.credential(request.credential(), keeper);
        return ofPass == null ? keeper.shown(request.credential()) : ofPass;
    }

    private @Nullable Visit visit(@Nullable QrPass pass) {
        return pass == null ? null : pass.visit(keeper);
    }
}

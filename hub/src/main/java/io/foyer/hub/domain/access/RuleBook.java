package io.foyer.hub.domain.access;

import io.foyer.hub.domain.access.Explanation.Verdict;
import io.foyer.hub.domain.definition.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a door opens. The book asks its rules in their order for each membership that the credential's member
 * holds. The membership that passes most rules gives the answer. Where several pass equally many rules, a membership
 * that the entry costs nothing wins.
 */
public final class RuleBook {
    /** In the order of the contract. The first rule that objects gives the reason. */
    static final List<AccessRule> RULES = List.of(
            new AccessRule(AccessReason.UNKNOWN_DOOR, AccessCase::isUnknownDoor),
            new AccessRule(AccessReason.DOOR_DISABLED, AccessCase::isDisabled),
            new AccessRule(AccessReason.STALE_SWIPE, AccessCase::isStale),
            new AccessRule(AccessReason.TOO_MANY_ATTEMPTS, AccessCase::isLockedOut),
            new AccessRule(AccessReason.UNKNOWN_CREDENTIAL, AccessCase::isUnknown),
            new AccessRule(AccessReason.CREDENTIAL_BLOCKED, AccessCase::isBlocked),
            new AccessRule(AccessReason.CREDENTIAL_EXPIRED, AccessCase::isCredentialOver),
            new AccessRule(AccessReason.LOCKDOWN, AccessCase::isKeptOut),
            new AccessRule(AccessReason.MEMBERSHIP_NOT_STARTED, MembershipRules::isNotStarted),
            new AccessRule(AccessReason.MEMBERSHIP_EXPIRED, MembershipRules::isOver),
            new AccessRule(AccessReason.MEMBERSHIP_SUSPENDED, MembershipRules::isSuspended),
            new AccessRule(AccessReason.NO_RIGHT, MembershipRules::hasNoRight),
            new AccessRule(AccessReason.OUTSIDE_HOURS, MembershipRules::isOutsideHours),
            new AccessRule(AccessReason.HOLIDAY, MembershipRules::isHoliday),
            new AccessRule(AccessReason.VISITS_USED_UP, MembershipRules::isUsedUp),
            new AccessRule(AccessReason.NO_BOOKING, PlaceRules::hasNoBooking),
            new AccessRule(AccessReason.PIN_REQUIRED, AccessCase::hasNoPin),
            new AccessRule(AccessReason.PIN_WRONG, AccessCase::isPinWrong),
            new AccessRule(AccessReason.INTERLOCK, PlaceRules::isInterlocked),
            new AccessRule(AccessReason.ALREADY_INSIDE, PlaceRules::isAlreadyInside),
            new AccessRule(AccessReason.NOT_INSIDE, PlaceRules::isNotInside),
            new AccessRule(AccessReason.ZONE_FULL, PlaceRules::isFull));

    private final Doorkeeper keeper;

    public RuleBook(Doorkeeper keeper) {
        this.keeper = keeper;
    }

    /** One question at the door: the reason that the rule gives, and when the rule objects. */
    record AccessRule(AccessReason reason, Predicate<AccessCase> question) {
        boolean objectsTo(AccessCase seen) {
            boolean isOfTheSwipe = reason == AccessReason.UNKNOWN_DOOR || reason == AccessReason.STALE_SWIPE;
            return (isOfTheSwipe || !seen.isReleased()) && question.test(seen);
        }
    }

    public AccessDecision decide(AccessRequest request) {
        return judge(request).decision();
    }

    /** The same decision, told rule by rule. */
    public Explanation explain(AccessRequest request) {
        return judge(request).explanation();
    }

    /**
     * The case that gives the answer, and the number of the first rule that objects. Where no rule objects, the number
     * of rules.
     */
    private record Judgement(AccessCase seen, int rule) {
        private AccessReason reason() {
            return rule == RULES.size() ? AccessReason.GRANTED : RULES.get(rule).reason();
        }

        private boolean isBetterThan(@Nullable Judgement other) {
            return other == null
                    || rule > other.rule
                    || (rule == other.rule && MembershipRules.costs(other.seen) && !MembershipRules.costs(seen));
        }

        AccessDecision decision() {
            boolean passedBack = reason() == AccessReason.GRANTED && PlaceRules.isNoted(seen);
            return new AccessDecision(reason(), seen.member(), seen.way().person(), seen.membership(), passedBack);
        }

        Explanation explanation() {
            List<Explanation.RuleAnswer> steps = new ArrayList<>();
            for (int i = 0; i < RULES.size(); i++) {
                Verdict answer = i < rule ? Verdict.PASSES : i == rule ? Verdict.OBJECTS : Verdict.NOT_ASKED;
                AccessReason reason = RULES.get(i).reason();
                steps.add(new Explanation.RuleAnswer(reason, answer, ReasonText.of(reason, answer)));
            }
            return new Explanation(decision().outcome(), reason(), steps);
        }
    }

    private Judgement judge(AccessRequest request) {
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

    /** Who would pass; null where the hub knows nobody. */
    private static @Nullable String person(@Nullable Credential credential, @Nullable Visit visit) {
        return visit != null ? visit.person() : credential == null ? null : credential.member();
    }

    private static Judgement ask(AccessCase seen) {
        int rule = 0;
        while (rule < RULES.size() && !RULES.get(rule).objectsTo(seen)) {
            rule++;
        }
        return new Judgement(seen, rule);
    }

    private @Nullable Plan plan(Membership membership) {
        return keeper.definition().plans().get(membership.plan());
    }

    private boolean isShared(Membership membership) {
        Plan plan = plan(membership);
        return plan != null && plan.headCount() != null;
    }

    /** The credential of the member to whom a pass belongs, or else the registered credential. */
    private @Nullable Credential credential(AccessRequest request) {
        QrPass pass = request.pass();
        Credential ofPass = pass == null ? null : pass.credential(request.credential(), keeper);
        return ofPass == null ? keeper.shown(request.credential()) : ofPass;
    }

    private @Nullable Visit visit(@Nullable QrPass pass) {
        return pass == null ? null : pass.visit(keeper);
    }
}

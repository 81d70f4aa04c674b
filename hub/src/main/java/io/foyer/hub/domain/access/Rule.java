package io.foyer.hub.domain.access;

import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Plan;
import io.foyer.hub.domain.house.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One question at the door: the reason that it gives, and when it objects. */
record Rule(Reason reason, Predicate<Case> objects) {

    /** A swipe older than this is not answered with an open door. */
    static final Duration STALE_AFTER = Duration.ofSeconds(30);

    /** A request seen in the light of one membership, or of a visit; null where there is none. */
    record Case(
            House house,
            Request request,
            @Nullable Credential credential,
            @Nullable Visit visit,
            @Nullable Membership membership,
            @Nullable Plan plan) {

        /** Leaving needs no membership: nobody is ever locked in. */
        boolean isEntry() {
            return request.direction() == Direction.IN;
        }

        private LocalDate today() {
            return request.local().toLocalDate();
        }

        private boolean isOver() {
            if (membership == null) {
                return false;
            }
            LocalDate last = lastDay(membership, plan);
            return membership.status() == Membership.Status.ENDED
                    || (last != null && today().isAfter(last.plusDays(plan == null ? 0 : plan.graceDays())));
        }

        private boolean hasRight() {
            if (visit != null) {
                return request.door() != null && visit.opens(request.door().id(), request.at());
            }
            if (membership == null || plan == null) {
                return false;
            }
            String target =
                    request.door() == null ? Zone.OUTSIDE : request.door().to();
            return target.equals(Zone.OUTSIDE)
                    || plan.zones().stream().anyMatch(zone -> house.isWithin(target, zone))
                    || (membership.zone() != null && house.isWithin(target, membership.zone()));
        }
    }

    /** In the order of the contract; the first that objects is the answer. */
    static final List<Rule> ALL = List.of(
            new Rule(Reason.UNKNOWN_DOOR, c -> c.request.door() == null),
            new Rule(
                    Reason.DOOR_DISABLED,
                    c -> c.request.door() != null && c.request.door().mode() == Door.Mode.DISABLED),
            new Rule(Reason.STALE_SWIPE, c -> c.request.age().abs().compareTo(STALE_AFTER) > 0),
            new Rule(Reason.UNKNOWN_CREDENTIAL, c -> c.credential == null && c.visit == null),
            new Rule(Reason.CREDENTIAL_BLOCKED, c -> c.credential != null && c.credential.blocked()),
            new Rule(
                    Reason.CREDENTIAL_EXPIRED,
                    c -> (c.credential != null
                                    && c.credential.until() != null
                                    && !c.request.at().isBefore(c.credential.until()))
                            || (c.isEntry() && c.visit != null && c.visit.isOver(c.request.at()))),
            new Rule(
                    Reason.MEMBERSHIP_NOT_STARTED,
                    c -> c.isEntry() && c.membership != null && c.today().isBefore(c.membership.from())),
            new Rule(Reason.MEMBERSHIP_EXPIRED, c -> c.isEntry() && c.isOver()),
            new Rule(
                    Reason.MEMBERSHIP_SUSPENDED,
                    c -> c.isEntry() && c.membership != null && c.membership.status() == Membership.Status.SUSPENDED),
            new Rule(Reason.NO_RIGHT, c -> c.isEntry() && !c.hasRight()),
            new Rule(
                    Reason.OUTSIDE_HOURS,
                    c -> c.isEntry() && c.plan != null && !c.plan.schedule().isOpen(c.request.local())),
            new Rule(Reason.PIN_REQUIRED, c -> needsPin(c) && c.request.pin() == null),
            // Where none is set none can be right: a card + PIN door stays shut rather than open to a card alone.
            new Rule(
                    Reason.PIN_WRONG,
                    c -> needsPin(c) && (c.credential == null || !c.credential.hasPin(c.request.pin()))));

    private static boolean needsPin(Case c) {
        return c.isEntry() && c.request.door() != null && c.request.door().pin();
    }

    /** The last day of a membership, included: its own or the one that its plan's validity gives, if that is earlier. */
    static @Nullable LocalDate lastDay(Membership membership, @Nullable Plan plan) {
        LocalDate own = membership.until();
        if (plan == null || plan.validity() == null) {
            return own;
        }
        LocalDate byPlan = membership.from().plus(plan.validity()).minusDays(1);
        return own == null || byPlan.isBefore(own) ? byPlan : own;
    }
}

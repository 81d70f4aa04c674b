package io.foyer.hub.domain.access;

import io.foyer.hub.domain.access.Membership.MembershipStatus;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Zone;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a membership and its plan say about a case. Without a membership only {@link #hasNoRight} objects. */
final class MembershipRules {
    private MembershipRules() {}

    static boolean isNotStarted(AccessCase seen) {
        Membership membership = seen.membership();
        return seen.isEntry() && membership != null && seen.today().isBefore(membership.from());
    }

    static boolean isOver(AccessCase seen) {
        Membership membership = seen.membership();
        if (!seen.isEntry() || membership == null) {
            return false;
        }
        LocalDate last = lastDay(seen, membership);
        int grace = seen.plan() == null ? 0 : seen.plan().graceDays();
        return membership.status() == MembershipStatus.ENDED
                || (last != null && seen.today().isAfter(last.plusDays(grace)));
    }

    /**
     * The last day of a membership, included. It is the membership's own last day or the last day by its plan, whichever
     * is earlier.
     */
    private static @Nullable LocalDate lastDay(AccessCase seen, Membership of) {
        LocalDate own = of.until();
        LocalDate first = seen.keeper().daysUsed().firstDay(of);
        LocalDate byPlan =
                seen.plan() == null || first == null ? null : seen.plan().lastDay(first);
        return own == null || (byPlan != null && byPlan.isBefore(own)) ? byPlan : own;
    }

    static boolean isSuspended(AccessCase seen) {
        Membership membership = seen.membership();
        return seen.isEntry() && membership != null && membership.status() == MembershipStatus.SUSPENDED;
    }

    static boolean hasNoRight(AccessCase seen) {
        return seen.isEntry() && !hasRight(seen);
    }

    private static boolean hasRight(AccessCase seen) {
        Door door = seen.request().door();
        if (seen.visit() != null) {
            return door != null && seen.visit().opens(door.id(), seen.at());
        }
        Membership membership = seen.membership();
        if (membership == null || seen.plan() == null) {
            return false;
        }
        String target = door == null ? Zone.OUTSIDE : door.target(seen.request().direction());
        return target.equals(Zone.OUTSIDE)
                || seen.definition().isWithinAny(target, seen.plan().zones())
                || (membership.zone() != null && seen.definition().isWithin(target, membership.zone()));
    }

    static boolean isOutsideHours(AccessCase seen) {
        return isClosed(seen)
                && seen.plan() != null
                && !seen.plan().schedule().isHoliday(seen.request().local());
    }

    static boolean isHoliday(AccessCase seen) {
        return isClosed(seen)
                && seen.plan() != null
                && seen.plan().schedule().isHoliday(seen.request().local());
    }

    private static boolean isClosed(AccessCase seen) {
        return seen.isEntry()
                && seen.plan() != null
                && !seen.plan().schedule().isOpen(seen.request().local());
    }

    static boolean isUsedUp(AccessCase seen) {
        Membership membership = seen.membership();
        Plan plan = seen.plan();
        if (!seen.isEntry() || membership == null || plan == null || plan.visits() == null) {
            return false;
        }
        Set<LocalDate> days = seen.keeper().daysUsed().of(membership);
        return days.size() >= plan.visits() && !days.contains(seen.today());
    }

    /** True where an entry now would use up a visit, or would begin a pass that begins on first use. */
    static boolean costs(AccessCase seen) {
        Membership membership = seen.membership();
        Plan plan = seen.plan();
        if (!seen.isEntry() || membership == null || plan == null) {
            return false;
        }
        Set<LocalDate> days = seen.keeper().daysUsed().of(membership);
        return plan.visits() != null ? !days.contains(seen.today()) : membership.startsOnFirstUse() && days.isEmpty();
    }
}

package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Zone.AntiPassback;
import java.util.List;

/** What bookings, other doors and the places of people say about a case. */
final class PlaceRules {
    private PlaceRules() {}

    static boolean hasNoBooking(AccessCase seen) {
        return seen.isEntry()
                && seen.member() != null
                && !isExempt(seen, "booking")
                && seen.way().isBookedForOthers();
    }

    static boolean isInterlocked(AccessCase seen) {
        Door door = seen.request().door();
        return door != null
                && seen.keeper()
                                .doors()
                                .interlocks()
                                .interlocking(door, seen.request().direction(), seen.at())
                        != null;
    }

    static boolean isAlreadyInside(AccessCase seen) {
        return seen.way().isPassedBackInto(AntiPassback.HARD);
    }

    static boolean isNotInside(AccessCase seen) {
        return seen.way().isPassedBackOutOf(AntiPassback.HARD);
    }

    /** True where the person breaks the order of in and out in an area that only notes this. */
    static boolean isNoted(AccessCase seen) {
        return seen.way().isPassedBackInto(AntiPassback.SOFT) || seen.way().isPassedBackOutOf(AntiPassback.SOFT);
    }

    static boolean isFull(AccessCase seen) {
        return seen.isEntry() && (seen.way().isFull(isExempt(seen, "capacity")) || isTeamFull(seen));
    }

    private static boolean isTeamFull(AccessCase seen) {
        Membership membership = seen.membership();
        Plan plan = seen.plan();
        return membership != null
                && membership.company() != null
                && plan != null
                && plan.headCount() != null
                && seen.way()
                        .isFullOf(
                                seen.keeper().members().team(membership.company()),
                                membership.zone() == null ? plan.zones() : List.of(membership.zone()),
                                plan.headCount());
    }

    private static boolean isExempt(AccessCase seen, String rule) {
        String member = seen.member();
        return member != null && seen.keeper().members().isExempt(member, rule);
    }
}

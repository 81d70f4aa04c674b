package io.foyer.hub.domain.access;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** On which days the memberships were used that count them; all visits of one day at the site are one. */
final class DayUses {
    private final Map<String, NavigableSet<LocalDate>> byMembership = new HashMap<>();

    /** False where the day was used already. */
    boolean add(String membership, LocalDate day) {
        return byMembership.computeIfAbsent(membership, id -> new TreeSet<>()).add(day);
    }

    boolean has(String membership, LocalDate day) {
        return byMembership.containsKey(membership)
                && byMembership.get(membership).contains(day);
    }

    Map<String, NavigableSet<LocalDate>> all() {
        return byMembership;
    }

    void forget(String membership) {
        byMembership.remove(membership);
    }

    /** Days that count for a membership as it is now: one that begins anew has not been used. */
    NavigableSet<LocalDate> of(Membership membership) {
        NavigableSet<LocalDate> days = byMembership.get(membership.id());
        return days == null ? new TreeSet<>() : days.tailSet(membership.from(), true);
    }

    /** The first day of its validity; null where it starts on first use and was not used yet. */
    @Nullable LocalDate firstDay(Membership membership) {
        if (!membership.startsOnFirstUse()) {
            return membership.from();
        }
        NavigableSet<LocalDate> days = of(membership);
        return days.isEmpty() ? null : days.first();
    }
}

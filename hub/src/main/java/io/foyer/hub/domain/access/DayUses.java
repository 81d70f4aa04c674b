package io.foyer.hub.domain.access;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The days on which members used memberships that count their days. All visits on one day count once. */
final class DayUses {
    private final Map<String, NavigableSet<LocalDate>> byMembership = new HashMap<>();

    /** Adds a day. False where the membership was already used on that day. */
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

    /** The days that count for a membership as it is now. Days before its first day do not count. */
    NavigableSet<LocalDate> of(Membership membership) {
        NavigableSet<LocalDate> days = byMembership.get(membership.id());
        return days == null ? new TreeSet<>() : days.tailSet(membership.from(), true);
    }

    /** The first day of validity. Null where the membership starts on first use and nobody has used it yet. */
    @Nullable LocalDate firstDay(Membership membership) {
        if (!membership.startsOnFirstUse()) {
            return membership.from();
        }
        NavigableSet<LocalDate> days = of(membership);
        return days.isEmpty() ? null : days.first();
    }
}

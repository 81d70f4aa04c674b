package io.foyer.hub.domain.energy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The quarter-hours of a meter that may belong to today, and the one in which the next booking begins, by what the
 * readings say; and the repairs of the meter, which say otherwise about their own stretches.
 */
final class RecentQuarters {
    private final NavigableMap<Instant, Quarter> quarters = new TreeMap<>();
    private Repairs repairs = Repairs.NONE;

    /** What the readings say, by the beginning of the quarter-hour. */
    Map<Instant, Quarter> read() {
        return quarters;
    }

    void put(Collection<Quarter> whole) {
        whole.forEach(quarter -> quarters.put(quarter.start(), quarter));
    }

    void restore(Collection<Quarter> written) {
        quarters.clear();
        put(written);
    }

    Repairs repairs() {
        return repairs;
    }

    void repair(Repairs changed) {
        repairs = changed;
    }

    /** What the ledger says about the day of an instant. */
    long today(Instant now, ZoneId zone) {
        Instant from = midnight(now, 0, zone);
        Instant to = midnight(now, 1, zone);
        return repairs.quantity(from, to)
                + quarters.subMap(from, to).values().stream()
                        .filter(quarter -> repairs.at(
                                        quarter.start(), quarter.start().plus(Quarters.LENGTH))
                                .isEmpty())
                        .mapToLong(Quarter::quantity)
                        .sum();
    }

    /** When the day ends; null where the ledger says nothing about it. */
    @Nullable Instant todayEnds(Instant now, ZoneId zone) {
        Instant from = midnight(now, 0, zone);
        boolean isEmpty = quarters.tailMap(from).isEmpty()
                && repairs.at(from, Instant.MAX).isEmpty();
        return isEmpty ? null : midnight(now, 1, zone);
    }

    private static Instant midnight(Instant now, int daysOn, ZoneId zone) {
        return LocalDate.ofInstant(now, zone)
                .plusDays(daysOn)
                .atStartOfDay(zone)
                .toInstant();
    }

    void dropFrom(Instant start) {
        quarters.tailMap(start, true).clear();
    }

    /** Forgets the quarter-hours before an instant, except {@code open}. */
    void forget(Instant before, @Nullable Instant open) {
        quarters.headMap(before).keySet().removeIf(start -> !start.equals(open));
    }
}

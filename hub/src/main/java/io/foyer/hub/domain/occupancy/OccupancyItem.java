package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A zone's count in one step of a history, or in any stretch of time. Times are in microseconds.
 *
 * @param at the beginning of the step
 * @param people the sum over all people of the time for which each was there
 * @param known the time for which the count is known
 * @param used the time for which the count is known and not zero
 * @param max the highest count; null where no time is known
 * @param entries people who came in
 * @param exits people who left
 */
public record OccupancyItem(
        Instant at,
        double people,
        double known,
        double used,
        @Nullable Integer max,
        long entries,
        long exits) {
    private static final double MINUTE = 60e6;

    /** The sum of this stretch of time and another one that begins later. */
    public OccupancyItem and(OccupancyItem other) {
        Integer most = max == null || (other.max != null && other.max > max) ? other.max : max;
        return new OccupancyItem(
                at,
                people + other.people,
                known + other.known,
                used + other.used,
                most,
                entries + other.entries,
                exits + other.exits);
    }

    public double knownHours() {
        return known / (60 * MINUTE);
    }

    /** The average number of people over the known time; null where no time is known. */
    public @Nullable Double mean() {
        return known > 0 ? people / known : null;
    }

    /** The share of the known time in which somebody was there, 0 to 1; null where no time is known. */
    public @Nullable Double share() {
        return known > 0 ? used / known : null;
    }

    /**
     * How long people stay on average, in minutes; null where no entry is known. By Little's law, L = λW (J. D. C.
     * Little, "A proof for the queuing formula L = λW", Operations Research 9(3), 1961): the average number of people
     * present is the number who come in an hour times the hours that each stays. In a short stretch of time, people who
     * were there before or who stay on make the result inexact.
     */
    public @Nullable Double dwellMinutes() {
        return known > 0 && entries > 0 ? people / entries / MINUTE : null;
    }
}

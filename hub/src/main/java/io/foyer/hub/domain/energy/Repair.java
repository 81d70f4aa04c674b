package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person has said that a meter used in a stretch where its readings are wrong or missing. The quantity is spread
 * evenly, like the use over a gap, and takes the place of what the readings say until the repair is taken back.
 *
 * @param from the beginning of a quarter-hour
 * @param to the end of a later quarter-hour, or of the same
 * @param quantity mWh, ml or bytes, not negative
 * @param actor who repaired, at the instant {@code made}
 */
public record Repair(
        String meter, String id, Instant from, Instant to, long quantity, String reason, String actor, Instant made) {

    /** How many quarter-hours the stretch has. */
    public long size() {
        return Duration.between(from, to).dividedBy(Quarters.LENGTH);
    }

    /** The quarter-hours of the stretch. They add up to the quantity to the last unit. */
    public List<Quarter> quarters() {
        List<Quarter> quarters = new ArrayList<>();
        for (Instant start = from; start.isBefore(to); start = start.plus(Quarters.LENGTH)) {
            quarters.add(new Quarter(meter, start, quantity(start, start.plus(Quarters.LENGTH)), true));
        }
        return quarters;
    }

    /** The part of the quantity that belongs to the time from one instant to a later one. */
    long quantity(Instant begin, Instant end) {
        Consumption even = new Consumption(from, to, quantity, true);
        return Quarters.quantityUntil(even, end) - Quarters.quantityUntil(even, begin);
    }

    /** True where the stretch and the time from one instant to another have a moment in common. */
    boolean overlaps(Instant begin, Instant end) {
        return begin.isBefore(to) && from.isBefore(end);
    }
}

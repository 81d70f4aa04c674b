package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one occupancy sensor sent last.
 *
 * @param present the people that the sensor sees, 0 or 1 for a presence sensor; null for a line counter
 * @param totalIn a line counter's running total, or null
 * @param totalOut a line counter's running total, or null
 * @param doubted totals of a newer message of a line counter that did not continue these totals, or null
 * @param since when the sensor began to tell this value, without a break, by the hub's clock
 * @param at the time of the newest observation, by the sensor's clock
 * @param heard when the hub last heard the sensor. Of a failed sensor: since when no value stands for the present
 * @param failed true where the sensor is known to be broken or away, and where the newest observation was more than an
 *     hour old on arrival
 */
public record SensorState(
        String device,
        @Nullable Integer present,
        @Nullable Long totalIn,
        @Nullable Long totalOut,
        @Nullable DoubtedTotals doubted,
        Instant since,
        Instant at,
        Instant heard,
        boolean failed) {

    /** Running totals that the next message must explain. */
    public record DoubtedTotals(long in, long out) {}
}

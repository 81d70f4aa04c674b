package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one occupancy sensor said last.
 *
 * @param present people it counts, 0 or 1 for a presence sensor; null for a line counter
 * @param totalIn a line counter's running total, or null
 * @param totalOut a line counter's running total, or null
 * @param at of its newest observation, by its own clock
 * @param heard when the hub heard from it last; since when it says nothing of the present where it failed
 * @param failed true from the moment it is known to be broken or away, and for one whose newest observation was more
 *     than an hour old when it came
 */
public record SensorState(
        String device,
        @Nullable Integer present,
        @Nullable Long totalIn,
        @Nullable Long totalOut,
        Instant at,
        Instant heard,
        boolean failed) {}

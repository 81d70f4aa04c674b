package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one zone.
 *
 * @param count people, not negative; null exactly where the state is unknown; the known part where it is partial
 * @param confidence 0 to 1, 0 where unknown
 * @param asOf of the newest observation behind the count, or since when it is unknown; null where nothing was ever heard
 * @param taken by presence sensor of its own, those that are known now: whether somebody is there
 */
public record ZoneCount(
        String zone,
        @Nullable Integer count,
        CountState state,
        double confidence,
        @Nullable Instant asOf,
        Map<String, Boolean> taken) {
    public ZoneCount {
        taken = Map.copyOf(taken);
    }

    /** A zone without presence sensors. */
    public ZoneCount(
            String zone, @Nullable Integer count, CountState state, double confidence, @Nullable Instant asOf) {
        this(zone, count, state, confidence, asOf, Map.of());
    }

    /** How far a count is known. */
    public enum CountState {
        OK,
        PARTIAL,
        UNKNOWN
    }
}

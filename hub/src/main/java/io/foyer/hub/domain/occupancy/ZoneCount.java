package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one zone.
 *
 * @param count people, not negative; null exactly where the state is unknown; the known part where it is partial
 * @param confidence 0 to 1, 0 where unknown
 * @param asOf of the newest observation behind the count, or since when it is unknown; null where nothing was ever heard
 */
public record ZoneCount(
        String zone,
        @Nullable Integer count,
        State state,
        double confidence,
        @Nullable Instant asOf) {
    /** How far a count is known. */
    public enum State {
        OK,
        PARTIAL,
        UNKNOWN
    }
}

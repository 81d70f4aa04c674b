package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one zone.
 *
 * @param count people, not negative; null exactly where the state is unknown; the known part where it is partial. It is
 *     the sum of {@code own} and of the counts of the zones in it, where an unknown one is 0
 * @param own those of them who are in none of the zones in it; null where nothing tells, which adds nothing
 * @param low the least number that is likely, with nine chances in ten; null where unknown
 * @param high the greatest such number; null where unknown or partial
 * @param confidence 0 to 1, 0 where unknown
 * @param asOf of the newest observation behind the count, or since when it is unknown; null where nothing was ever heard
 * @param taken by presence sensor of its own, those that are known now: whether somebody is there
 */
public record ZoneCount(
        String zone,
        @Nullable Integer count,
        @Nullable Integer own,
        @Nullable Integer low,
        @Nullable Integer high,
        CountState state,
        double confidence,
        @Nullable Instant asOf,
        Map<String, Boolean> taken) {
    public ZoneCount {
        taken = Map.copyOf(taken);
    }

    /** A zone of which nothing was ever heard. */
    public static ZoneCount unheard(String zone) {
        return new ZoneCount(zone, null, null, null, null, CountState.UNKNOWN, 0, null, Map.of());
    }

    /** How far a count is known. */
    public enum CountState {
        OK,
        PARTIAL,
        UNKNOWN
    }
}

package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows of the people in one zone.
 *
 * @param count people, not negative; null exactly where the state is unknown. Where the state is partial, the known
 *     part. The count is the sum of {@code own} and of the counts of the zones in the zone; an unknown one counts as 0
 * @param own the people of the count who are in none of the zones in the zone; null where no sensor tells them, which
 *     counts as 0
 * @param low the lower end of the range in which the number lies with nine chances in ten; null where unknown
 * @param high the upper end of this range; null where unknown or partial
 * @param confidence 0 to 1, 0 where unknown
 * @param asOf the time of the newest observation behind the count. Of an unknown count: since when; null where no
 *     sensor was ever heard
 * @param accuracy as far as it was known when anything else of this changed last; null where nothing tells
 * @param taken whether somebody is at a desk, by each of the zone's own presence sensors whose value is known now
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
        @Nullable CountAccuracy accuracy,
        Map<String, Boolean> taken) {
    public ZoneCount {
        taken = Map.copyOf(taken);
    }

    /** A zone without any observation so far. */
    public static ZoneCount unheard(String zone) {
        return new ZoneCount(zone, null, null, null, null, CountState.UNKNOWN, 0, null, null, Map.of());
    }

    /** The same with an accuracy that is known now. */
    ZoneCount with(@Nullable CountAccuracy now) {
        return new ZoneCount(zone, count, own, low, high, state, confidence, asOf, now, taken);
    }

    /** Says whether a count is known as a whole, in part or not at all. */
    public enum CountState {
        OK,
        PARTIAL,
        UNKNOWN
    }
}

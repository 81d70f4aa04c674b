package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the counts of a zone were from what an independent sensor told, as sums that fade: four weeks halve them.
 *
 * @param hours the time for which something told
 * @param one the part of it in which the count was within one person
 * @param tenPercent the part of it in which the count was within a tenth of the people
 * @param at when the sums were last added to
 */
public record AccuracyState(String zone, double hours, double one, double tenPercent, Instant at) {

    static AccuracyState none(String zone) {
        return new AccuracyState(zone, 0, 0, 0, Instant.EPOCH);
    }

    /** The share of the time in which the count was within one person, 0 to 1; null where nothing tells. */
    public @Nullable Double withinOne() {
        return hours > 0 ? one / hours : null;
    }

    /** Both shares in hundredths; null where nothing tells. */
    @Nullable CountAccuracy shares() {
        return hours > 0 ? new CountAccuracy(hundredths(one / hours), hundredths(tenPercent / hours)) : null;
    }

    private static double hundredths(double share) {
        return Math.round(share * 100) / 100.0;
    }

    /** The share of the time in which the count was within a tenth of the people, 0 to 1; null where nothing tells. */
    public @Nullable Double withinTenPercent() {
        return hours > 0 ? tenPercent / hours : null;
    }
}

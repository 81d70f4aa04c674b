package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a zone's count: the count holds from {@code at} until the zone's next point.
 *
 * @param count people, or null where the count is unknown from here on
 * @param entries people who came into the zone in this step, not negative
 * @param exits people who left in this step, not negative
 */
public record CountPoint(String zone, Instant at, @Nullable Integer count, int entries, int exits) {
    /** Late counts can still change what lies behind a zone's newest points, so many of them. */
    public static final int CHANGEABLE = 32;
}

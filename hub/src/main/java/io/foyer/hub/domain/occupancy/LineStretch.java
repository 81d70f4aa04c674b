package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one line has counted at the border of one zone since the zone's last sure count. */
final class LineStretch {
    int entries;
    int exits;

    /** True where the line was not known all the time, so that the stretch says nothing. */
    boolean broken = true;

    /** Stretches in a row in which the line contradicted the sure counts. */
    int erred;

    void pass(int in, int out) {
        entries += in;
        exits += out;
    }

    /** People who came into the zone and have not left. */
    int net() {
        return entries - exits;
    }

    int passages() {
        return entries + exits;
    }

    void begin() {
        entries = 0;
        exits = 0;
        broken = false;
    }

    /** True where the line counts in one direction alone. */
    boolean isOneWay() {
        return Math.min(entries, exits) * 10 <= Math.max(entries, exits);
    }

    /** A count that is sure, for the lines at the border of its zone. */
    record SureCount(int people, Instant at) {
        /** True where a camera's look ends a stretch that begins here. */
        static boolean isLong(@Nullable SureCount before, Instant now) {
            return before == null || !now.isBefore(before.at.plus(HealthLimits.STRETCH));
        }
    }
}

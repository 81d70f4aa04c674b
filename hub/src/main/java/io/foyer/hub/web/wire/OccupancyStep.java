package io.foyer.hub.web.wire;

import io.foyer.hub.domain.occupancy.OccupancyItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A zone's count in one step of a history. */
public record OccupancyStep(
        Instant at,
        @Nullable Double mean,
        @Nullable Integer max,
        @Nullable Integer capacity,
        long entries,
        long exits,
        @Nullable Double share,
        @Nullable Double dwellMinutes) {

    public static OccupancyStep of(OccupancyItem item, @Nullable Integer capacity) {
        return new OccupancyStep(
                item.at(),
                item.mean(),
                item.max(),
                capacity,
                item.entries(),
                item.exits(),
                item.share(),
                item.dwellMinutes());
    }
}

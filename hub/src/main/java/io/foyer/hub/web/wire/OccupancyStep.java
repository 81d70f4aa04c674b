package io.foyer.hub.web.wire;

import io.foyer.hub.domain.occupancy.OccupancyHistory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A zone's count in one step of a history. */
public record OccupancyStep(
        Instant at,
        @Nullable Double mean,
        @Nullable Integer max,
        @Nullable Integer capacity,
        int entries,
        int exits) {

    public static OccupancyStep of(OccupancyHistory.OccupancyItem item, @Nullable Integer capacity) {
        return new OccupancyStep(item.at(), item.mean(), item.max(), capacity, item.entries(), item.exits());
    }
}

package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.OccupancyItem;
import io.foyer.hub.domain.occupancy.ZoneUsage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a zone was used. */
public record UseEntry(
        @Schema(description = "Share of the known time in which somebody was there") @Nullable Double share,

        @Nullable Integer peak,

        @Schema(description = "The beginning of the step with the highest count") @Nullable Instant peakAt,

        @Nullable Double mean,

        @Schema(description = "People on average while anybody was there") @Nullable Double meanInUse,

        @Nullable Integer capacity,

        @Schema(description = "Mean by capacity: of an area of desks, the share of the desks that were in use")
        @Nullable Double utilisation,

        @Schema(description = "How long people stay on average; null where no entry was counted") @Nullable Double dwellMinutes,

        long entries,
        long exits,

        @Schema(description = "Time of which the count is known")
        double knownHours,

        double bookedMinutes,

        @Schema(description = "Booked and known to be empty")
        double bookedEmptyMinutes) {

    public static UseEntry of(Zone zone, ZoneUsage usage) {
        OccupancyItem whole = usage.whole();
        Double mean = whole.mean();
        Integer capacity = zone.capacity();
        return new UseEntry(
                Figure.ofKnown(whole.share()),
                whole.max(),
                usage.peakAt(),
                Figure.ofKnown(mean),
                whole.used() > 0 ? (Double) Figure.of(whole.people() / whole.used()) : null,
                capacity,
                mean == null || capacity == null || capacity == 0 ? null : (Double) Figure.of(mean / capacity),
                Figure.ofKnown(whole.dwellMinutes()),
                whole.entries(),
                whole.exits(),
                Figure.of(whole.knownHours()),
                Figure.of(usage.bookedMinutes()),
                Figure.of(usage.bookedEmptyMinutes()));
    }
}

package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.OccupancyItem;
import io.foyer.hub.domain.occupancy.ZoneUsage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a zone was used. */
public record UseEntry(
        @Schema(description = "The share of the known time in which somebody was there, 0 to 1") @Nullable Double share,

        @Nullable Integer peak,

        @Schema(description = "The beginning of the step with the highest count") @Nullable Instant peakAt,

        @Nullable Double mean,

        @Schema(description = "The average number of people while anybody was there") @Nullable Double meanInUse,

        @Nullable Integer capacity,

        @Schema(
                description =
                        "The average count divided by the capacity; for an area of desks this is the share of desks in use")
        @Nullable Double utilisation,

        @Schema(description = "How long people stay on average; null where no entry was counted") @Nullable Double dwellMinutes,

        long entries,
        long exits,

        @Schema(description = "The time for which the count is known")
        double knownHours,

        double bookedMinutes,

        @Schema(description = "The booked time in which the zone is known to have been empty")
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

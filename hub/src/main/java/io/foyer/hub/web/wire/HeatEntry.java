package io.foyer.hub.web.wire;

import io.foyer.hub.domain.occupancy.HeatMap.HeatCell;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One hour of the clock on one day of the week. */
public record HeatEntry(
        @Schema(allowableValues = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
        String day,

        @Schema(minimum = "0", maximum = "23") int hour,
        @Nullable Double mean,
        @Nullable Integer max,
        @Nullable Double share,

        @Schema(description = "The time for which the count is known")
        double knownHours) {

    public static HeatEntry of(HeatCell cell) {
        return new HeatEntry(
                cell.day().name().substring(0, 3).toLowerCase(Locale.ROOT),
                cell.hour(),
                Figure.ofKnown(cell.sum().mean()),
                cell.sum().max(),
                Figure.ofKnown(cell.sum().share()),
                Figure.of(cell.sum().knownHours()));
    }
}

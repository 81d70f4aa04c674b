package io.foyer.hub.web.wire;

import io.foyer.hub.domain.occupancy.AccuracyState;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the counts of a zone are from the truth, as sensors tell that do not depend on each other. */
public record AccuracyEntry(
        String zone,

        @Schema(
                minimum = "0",
                maximum = "1",
                description = "Share of the time within one person; null where nothing tells")
        @Nullable Double withinOne,

        @Schema(
                minimum = "0",
                maximum = "1",
                description = "Share of the time within a tenth of the people; null where nothing tells")
        @Nullable Double withinTenPercent,

        @Schema(
                description =
                        "The hours in which an independent sensor told something; hours of four weeks ago count half")
        double hours) {

    public static AccuracyEntry of(AccuracyState state) {
        return new AccuracyEntry(
                state.zone(),
                rounded(state.withinOne()),
                rounded(state.withinTenPercent()),
                Math.round(state.hours() * 10) / 10.0);
    }

    private static @Nullable Double rounded(@Nullable Double share) {
        return share == null ? null : (Double) (Math.round(share * 1_000) / 1_000.0);
    }
}

package io.foyer.hub.web.wire;

import io.foyer.hub.domain.forecast.CountBand;
import io.foyer.hub.domain.forecast.Outlook;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expected number of people in a zone, by quarter-hours. */
public record OutlookEntry(
        @Schema(
                description =
                        "The mean absolute error, in people, measured on the past; null where too little is known")
        @Nullable Double error,

        @Schema(description = "The quarter-hours; empty where too little is known")
        List<OutlookStep> items) {

    /** One quarter-hour. On four days of five the count lies from {@code low} to {@code high}. */
    public record OutlookStep(Instant at, double expected, double low, double high) {
        private static OutlookStep of(CountBand band) {
            return new OutlookStep(
                    band.at(), Figure.of(band.expected()), Figure.of(band.low()), Figure.of(band.high()));
        }
    }

    public static OutlookEntry of(Outlook outlook) {
        return new OutlookEntry(
                Figure.ofKnown(outlook.error()),
                outlook.items().stream().map(OutlookStep::of).toList());
    }
}

package io.foyer.hub.web.wire;

import io.foyer.hub.domain.tariff.BandStretch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which one band and one price of a tariff count. */
public record BandStretchEntry(
        Instant from,
        Instant until,

        @Schema(description = "The name of the band; null before the tariff's first version and under a ladder")
        @Nullable String band,

        @Schema(
                description =
                        "The price of a kWh, m³ or GB in the band, without charges that all bands have; null where the price is not known")
        @Nullable BigDecimal price,

        boolean provisional) {

    public static BandStretchEntry of(BandStretch stretch) {
        return new BandStretchEntry(
                stretch.from(), stretch.until(), stretch.band(), stretch.price(), stretch.provisional());
    }
}

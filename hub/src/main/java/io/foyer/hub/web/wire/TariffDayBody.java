package io.foyer.hub.web.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bands of a called day. An empty list takes the call back. */
public record TariffDayBody(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "The hub asks these bands in order, before the bands of the tariff; at most " + MOST)
        @Nullable List<@Nullable CalledBand> bands) {
    public static final int MOST = 24;

    /** One band, with the keys of the site file. */
    public record CalledBand(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String name,

            @Schema(description = "The price of a kWh, m³ or GB") @Nullable BigDecimal price,

            @Schema(description = "The part of the month's flat price") @Nullable BigDecimal ratio,

            @Schema(description = "Times such as 16:00-21:00; without this key the band holds all day") @Nullable List<@Nullable String> windows) {}
}

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
                description = "Asked in order, before those of the tariff; at most " + MOST)
        @Nullable List<@Nullable CalledBand> bands) {
    public static final int MOST = 24;

    /** One band, with the keys of the site file. */
    public record CalledBand(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String name,

            @Schema(description = "Of a kWh, m³ or GB") @Nullable BigDecimal price,

            @Schema(description = "Of the month's flat price") @Nullable BigDecimal ratio,

            @Schema(description = "Such as 16:00-21:00; absent for the whole day") @Nullable List<@Nullable String> windows) {}
}

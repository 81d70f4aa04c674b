package io.foyer.hub.web.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Published prices of a tariff, one after another. */
public record PricesBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The beginning of the first price's quarter-hour")
        @Nullable String from,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                allowableValues = {"15m", "1h"})
        @Nullable String step,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Of a kWh, m³ or GB; at most " + MOST) @Nullable List<@Nullable BigDecimal> prices) {
    /** Eight days of quarter-hours, or a month of hours. */
    public static final int MOST = 768;
}

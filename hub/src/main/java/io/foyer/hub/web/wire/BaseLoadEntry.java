package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.performance.BaseLoad;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What runs day and night, in kW. A power is null where no quarter-hour tells it. */
public record BaseLoadEntry(
        @Schema(description = "The power below which the quietest twentieth of all quarter-hours stays") @Nullable BigDecimal base,

        @Schema(description = "The median of the nights before working days, 00:00 to 05:00") @Nullable BigDecimal night,

        @Schema(description = "The median of Saturdays and Sundays") @Nullable BigDecimal weekend,

        @Schema(description = "The median of working days, 09:00 to 18:00") @Nullable BigDecimal day,

        @Schema(description = "The part of all energy that the base makes, 0 to 1") @Nullable Double share,

        @Schema(description = "kWh of the base in a month") BigDecimal quantityPerMonth,

        @Schema(description = "In the site's currency, at the mean price of the range; null where a price is not known")
        @Nullable String costPerMonth) {

    public static BaseLoadEntry of(BaseLoad load, @Nullable BigDecimal cost) {
        return new BaseLoadEntry(
                kW(load.base()),
                kW(load.night()),
                kW(load.weekend()),
                kW(load.day()),
                Figure.ofKnown(load.share()),
                Medium.ELECTRICITY.decimal(load.perMonth()),
                cost == null ? null : cost.toPlainString());
    }

    private static @Nullable BigDecimal kW(@Nullable Long power) {
        return power == null ? null : Medium.ELECTRICITY.decimal(power);
    }
}

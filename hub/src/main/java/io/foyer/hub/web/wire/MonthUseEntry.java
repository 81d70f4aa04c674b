package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.energy.MeterUse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** What meters used together in one month. */
public record MonthUseEntry(
        @Schema(description = "A month of the site's calendar, such as 2026-11")
        String month,

        @Schema(description = "kWh, m³ or bytes") BigDecimal quantity,

        boolean estimated) {
    public static MonthUseEntry of(MeterUse.MonthUse use, Medium medium) {
        return new MonthUseEntry(use.month().toString(), medium.decimal(use.quantity()), use.estimated());
    }
}

package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.energy.EnergyHistory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The use in one step of a history, by the meters. */
public record EnergyStep(
        Instant at,
        @Schema(description = "kWh, m³ or bytes") BigDecimal quantity,

        @Schema(
                description =
                        "In the site's currency; null where there is no tariff, or the price of a part is not known")
        @Nullable String cost,

        @Schema(description = "Electricity only") @Nullable BigDecimal maxDemandKw,

        @Schema(description = "The beginning of that quarter-hour") @Nullable Instant demandAt,

        boolean estimated) {

    public static EnergyStep of(EnergyHistory.EnergyItem item, Medium medium, @Nullable BigDecimal cost) {
        return new EnergyStep(
                item.at(),
                medium.decimal(item.quantity()),
                cost == null ? null : cost.toPlainString(),
                item.maxDemand() == null ? null : medium.decimal(item.maxDemand()),
                item.demandAt(),
                item.estimated());
    }
}

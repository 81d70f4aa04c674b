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

        @Schema(description = "Null until tariffs are built") @Nullable Double cost,

        @Schema(description = "Electricity only") @Nullable BigDecimal maxDemandKw,

        @Schema(description = "The beginning of that quarter-hour") @Nullable Instant demandAt,

        boolean estimated) {

    public static EnergyStep of(EnergyHistory.EnergyItem item, Medium medium) {
        return new EnergyStep(
                item.at(),
                medium.decimal(item.quantity()),
                null,
                item.maxDemand() == null ? null : medium.decimal(item.maxDemand()),
                item.demandAt(),
                item.estimated());
    }
}

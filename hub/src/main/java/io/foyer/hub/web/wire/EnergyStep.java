package io.foyer.hub.web.wire;

import io.foyer.hub.domain.energy.EnergyHistory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The use in one step of a history, by the meters. */
public record EnergyStep(
        Instant at,
        @Schema(description = "kWh, m³ or bytes") double quantity,

        @Schema(description = "Null until tariffs are built") @Nullable Double cost,

        @Schema(description = "Electricity only") @Nullable Double maxDemandKw,

        @Schema(description = "The beginning of that quarter-hour") @Nullable Instant demandAt,

        boolean estimated) {

    public static EnergyStep of(EnergyHistory.EnergyItem item) {
        return new EnergyStep(
                item.at(),
                Figure.of(item.quantity()),
                null,
                Figure.ofKnown(item.maxDemandKw()),
                item.demandAt(),
                item.estimated());
    }
}

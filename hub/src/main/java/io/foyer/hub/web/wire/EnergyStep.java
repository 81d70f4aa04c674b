package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.energy.EnergyHistory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

    /** The columns of a table of steps. */
    public static final List<String> COLUMNS =
            List.of("at", "quantity", "cost", "maxDemandKw", "demandAt", "estimated");

    /** The cells of {@link #COLUMNS}. */
    public List<@Nullable Object> cells() {
        return Arrays.asList(at, quantity.toPlainString(), cost, plain(maxDemandKw), demandAt, estimated);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

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

package io.foyer.hub.web.wire;

import io.foyer.hub.domain.cost.CostStep;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a meter's use costs in one step. Amounts are in the site's currency. */
public record CostEntry(
        Instant at,
        @Schema(description = "kWh, m³ or bytes") BigDecimal quantity,

        @Schema(description = "The sum of bands, fixed and demand; null where the price of a part is not known")
        @Nullable String cost,

        List<BandEntry> bands,

        @Schema(description = "The charges that do not depend on the band")
        String fixed,

        @Schema(description = "The month's charge for power; null in shorter steps") @Nullable String demand,

        @Schema(description = "The part of the quantity whose price is not known")
        BigDecimal unpriced,

        @Schema(description = "True where the month's flat price is not known yet, and the last known one was taken")
        boolean provisional) {

    /** The part of a step in one band, or in one step of a ladder. */
    public record BandEntry(
            String name,
            BigDecimal quantity,

            @Schema(
                    description =
                            "The cost of the part in the site's currency; null where the price of a part is not known")
            @Nullable String cost) {}

    public static CostEntry of(CostStep step, Medium medium) {
        return new CostEntry(
                step.at(),
                medium.decimal(step.quantity()),
                text(step.cost()),
                step.bands().stream()
                        .map(band -> new BandEntry(band.name(), medium.decimal(band.quantity()), text(band.cost())))
                        .toList(),
                step.fixed().toPlainString(),
                text(step.demand()),
                medium.decimal(step.unpriced()),
                step.provisional());
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}

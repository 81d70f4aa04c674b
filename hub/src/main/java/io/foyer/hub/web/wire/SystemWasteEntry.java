package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.performance.SystemWaste;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one system of a zone used while nobody was there. Quantities are kWh. */
public record SystemWasteEntry(
        String zone,

        @Schema(description = "The system of the meters; null where the site file names none") @Nullable String system,

        BigDecimal total,

        @Schema(description = "Used in quarter-hours throughout which the zone was known to be empty")
        BigDecimal quantity,

        @Schema(description = "In the site's currency; null where a price is not known") @Nullable String cost,

        @Schema(description = "The part of the quantity above the standby level")
        BigDecimal aboveStandby,

        @Schema(description = "What aboveStandby comes to in a month, if it goes on like this")
        double savingKwhPerMonth,

        @Schema(description = "In the site's currency; null where a price is not known") @Nullable String savingPerMonth,

        BilingualText text) {

    public static SystemWasteEntry of(SystemWaste waste, SiteDefinition site, Instant from, Instant to) {
        BigDecimal saving = waste.savingPerMonth(from, to);
        return new SystemWasteEntry(
                waste.zone(),
                waste.system(),
                Medium.ELECTRICITY.decimal(waste.total()),
                Medium.ELECTRICITY.decimal(waste.quantity()),
                waste.cost() == null ? null : waste.cost().toPlainString(),
                Medium.ELECTRICITY.decimal(waste.above()),
                Figure.of(waste.quantityPerMonth(from, to)),
                saving == null ? null : saving.toPlainString(),
                waste.text(site, from, to));
    }
}

package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.energy.ZoneWaste;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The use while nobody was in a zone, by the meters. */
public record WasteEntry(
        @Schema(description = "Used while the zone was empty")
        BigDecimal quantity,

        @Schema(description = "Its part of all, 0 to 1") double share,

        @Schema(description = "In the site's currency; null where the price is not known") @Nullable String cost,

        @Schema(description = "The part of the quantity above the standby level")
        BigDecimal aboveStandby,

        BigDecimal total,

        @Schema(description = "Used while the count was not known")
        BigDecimal unknown,

        @Schema(description = "The level, in kW, m³/h or bytes an hour") @Nullable Double standby,

        boolean estimated) {

    public static WasteEntry of(ZoneWaste waste, Medium medium, @Nullable BigDecimal cost) {
        return new WasteEntry(
                medium.decimal(waste.quantity()),
                Figure.of(waste.share()),
                cost == null ? null : cost.toPlainString(),
                medium.decimal(waste.aboveStandby()),
                medium.decimal(waste.total()),
                medium.decimal(waste.unknown()),
                waste.standby() == null ? null : (Double) Figure.of(waste.standby() / medium.one()),
                waste.estimated());
    }
}

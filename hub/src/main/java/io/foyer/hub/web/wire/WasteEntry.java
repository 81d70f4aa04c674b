package io.foyer.hub.web.wire;

import io.foyer.hub.domain.energy.ZoneWaste;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The use while nobody was in a zone, by the meters. */
public record WasteEntry(
        @Schema(description = "Used while the zone was empty")
        double quantity,

        @Schema(description = "Its part of all, 0 to 1") double share,

        @Schema(description = "Null until tariffs are built") @Nullable Double cost,

        @Schema(description = "The part of the quantity above the standby level")
        double aboveStandby,

        double total,

        @Schema(description = "Used while the count was not known")
        double unknown,

        @Schema(description = "The level, in kW, m³/h or bytes an hour") @Nullable Double standby,

        boolean estimated) {

    public static WasteEntry of(ZoneWaste waste) {
        return new WasteEntry(
                Figure.of(waste.quantity()),
                Figure.of(waste.share()),
                null,
                Figure.of(waste.aboveStandby()),
                Figure.of(waste.total()),
                Figure.of(waste.unknown()),
                Figure.ofKnown(waste.standby()),
                waste.estimated());
    }
}

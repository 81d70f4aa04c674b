package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.Repair;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;

/** A repair of a stretch of the ledger. */
public record RepairEntry(
        String id,
        Instant from,
        Instant to,
        @Schema(description = "kWh, m³ or bytes") BigDecimal quantity,
        String reason,
        @Schema(description = "Who repaired the stretch") String actor,
        @Schema(description = "When") Instant at) {

    public static RepairEntry of(Repair repair, Meter meter) {
        return new RepairEntry(
                repair.id(),
                repair.from(),
                repair.to(),
                meter.medium().decimal(repair.quantity()),
                repair.reason(),
                repair.actor(),
                repair.made());
    }
}

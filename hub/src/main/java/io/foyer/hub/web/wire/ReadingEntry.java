package io.foyer.hub.web.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;

/** A reading by hand. */
public record ReadingEntry(
        String meter,
        Instant at,
        @Schema(description = "kWh, m³ or bytes") BigDecimal register) {}

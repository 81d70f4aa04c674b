package io.foyer.hub.web.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a person has read on a meter. */
public record ReadingBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "When it was read") @Nullable String at,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                minimum = "0",
                description = "The running total in kWh, m³ or bytes")
        @Nullable BigDecimal register) {}

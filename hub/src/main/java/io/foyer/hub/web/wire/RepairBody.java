package io.foyer.hub.web.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a meter used in a stretch where its readings are wrong or missing, and why somebody says so. */
public record RepairBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The beginning of a quarter-hour") @Nullable String from,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "The end of a quarter-hour, by 400 days later at most")
        @Nullable String to,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                minimum = "0",
                description = "kWh, m³ or bytes in the whole stretch")
        @Nullable BigDecimal quantity,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The reason; the audit trail keeps it") @Nullable String reason) {
    public static final int MOST_DAYS = 400;
}

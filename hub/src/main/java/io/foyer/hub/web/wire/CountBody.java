package io.foyer.hub.web.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** How many people somebody has counted in a zone, and why. */
public record CountBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, minimum = "0", maximum = "" + MOST) @Nullable Integer count,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The reason; the audit trail keeps it") @Nullable String reason) {
    public static final int MOST = 100_000;
}

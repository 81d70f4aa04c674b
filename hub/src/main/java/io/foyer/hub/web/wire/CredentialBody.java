package io.foyer.hub.web.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** A credential as people write it. */
public record CredentialBody(
        @Schema(pattern = Id.PATTERN, requiredMode = RequiredMode.REQUIRED) @Nullable String member,

        @Schema(implementation = CredentialEntry.Status.class, defaultValue = "active") @Nullable String status,

        @Schema(
                pattern = "^([0-9]{4,12})?$",
                description =
                        "To be typed beside it at a door that asks for both. Empty for none; left out, the same member's stays as it is. It is never shown again.")
        @Nullable String pin,

        @Schema(description = "An instant, or the last day, which is included") @Nullable String until) {}

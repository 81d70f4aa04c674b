package io.foyer.hub.web.wire;

import io.foyer.hub.domain.access.Membership.MembershipStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** A membership as people write it. */
public record MembershipBody(
        @Schema(pattern = Id.PATTERN, requiredMode = RequiredMode.REQUIRED) @Nullable String member,

        @Schema(pattern = Id.PATTERN, requiredMode = RequiredMode.REQUIRED) @Nullable String plan,

        @Schema(format = "date") @Nullable String from,

        @Schema(format = "date", description = "The last day, included") @Nullable String until,

        @Schema(implementation = MembershipStatus.class, defaultValue = "active") @Nullable String status,

        @Schema(pattern = Id.PATTERN) @Nullable String zone,
        @Nullable String company,

        @Schema(
                defaultValue = "false",
                description =
                        "The plan's validity begins when its holder first comes. Then `from` may be left out; it is today.")
        @Nullable Boolean startsOnFirstUse) {}

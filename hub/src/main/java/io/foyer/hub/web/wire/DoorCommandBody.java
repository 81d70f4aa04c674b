package io.foyer.hub.web.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** The reason of a command to a door and, for some commands, how long the command lasts. */
public record DoorCommandBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The reason; the audit trail keeps it") @Nullable String reason,

        @Schema(
                minimum = "1",
                maximum = "" + LONGEST_S,
                description =
                        "For how long: unlock, 300 at most, as the door usually opens unless told; lock and hold-open, until resumed unless told; not used otherwise")
        @Nullable Integer seconds) {
    public static final int LONGEST_S = 86_400;

    /** The reason; empty where none is given. */
    public String why() {
        return reason == null ? "" : reason;
    }
}

package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A command to a door. {@code door} is left out where the command was for all doors. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DoorCommandEntry(
        Kind command,
        @Schema(pattern = Id.PATTERN) @Nullable String door,
        String reason,
        @Nullable Integer seconds) {

    /** Commands of people to one door or to all. */
    public enum Kind {
        UNLOCK,
        LOCK,
        HOLD_OPEN,
        RESUME,
        LOCKDOWN,
        END_LOCKDOWN,
        RELEASE,
        END_RELEASE
    }
}

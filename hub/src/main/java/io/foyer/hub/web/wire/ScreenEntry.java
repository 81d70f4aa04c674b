package io.foyer.hub.web.wire;

import io.foyer.hub.site.Accounts.Screen;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A wall screen, without its token. */
public record ScreenEntry(
        @Schema(description = "The id of the screen; a request to revoke the token names the id")
        String id,

        @Nullable String name,
        Instant created,

        @Schema(description = "When the token was last used, exact to ten minutes; null where the token was never used")
        @Nullable Instant lastUsed) {

    public static ScreenEntry of(Screen screen) {
        return new ScreenEntry(screen.id(), screen.name(), screen.created(), screen.lastUsed());
    }
}

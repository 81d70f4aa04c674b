package io.foyer.hub.web.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new wall screen. */
public record ScreenBody(
        @Schema(description = "Where the screen hangs, so that people recognise it in the list") @Nullable String name) {}

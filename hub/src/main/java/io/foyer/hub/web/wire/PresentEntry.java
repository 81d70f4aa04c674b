package io.foyer.hub.web.wire;

import io.foyer.hub.domain.access.Muster;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who is in the house by their swipes. */
public record PresentEntry(
        @Schema(description = "The id of the member; null for a visitor") @Nullable String member,

        @Schema(description = "The id of the visit; null for a member") @Nullable String visit,

        String name,
        String zone,
        Instant since) {

    public static PresentEntry of(Muster.MusterEntry present) {
        return new PresentEntry(present.member(), present.visit(), present.name(), present.zone(), present.since());
    }
}

package io.foyer.hub.web.wire;

import io.foyer.hub.domain.access.AccessEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision at a door, as the trail shows it. What is not there is null, never left out. */
public record EventEntry(
        Instant at,
        Instant received,
        String device,
        @Nullable String door,
        @Nullable String swipe,
        String credential,
        String credentialType,
        @Nullable String member,
        String direction,
        String outcome,
        String reason) {

    public static EventEntry of(AccessEvent event) {
        return new EventEntry(
                event.at(),
                event.received(),
                event.device(),
                event.door(),
                event.swipe(),
                event.credential(),
                Json.code(event.type()),
                event.member(),
                Json.code(event.direction()),
                Json.code(event.outcome()),
                event.reason().code());
    }
}

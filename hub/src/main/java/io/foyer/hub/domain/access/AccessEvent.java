package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision, as the trail keeps it.
 *
 * @param at when the credential was shown, by the device's clock
 * @param received when the hub heard of it
 * @param door null where the device stands at no door
 * @param swipe the message's id, or null
 * @param member null where the credential is nobody's
 */
public record AccessEvent(
        Instant at,
        Instant received,
        String device,
        @Nullable String door,
        @Nullable String swipe,
        String credential,
        CredentialType type,
        @Nullable String member,
        Direction direction,
        AccessOutcome outcome,
        AccessReason reason) {}

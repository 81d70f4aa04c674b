package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision for the trail.
 *
 * @param at when somebody showed the credential, by the device's clock
 * @param received when the hub got the swipe
 * @param door null where the device stands at no door
 * @param swipe the id of the message, or null
 * @param member null where nobody holds the credential
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

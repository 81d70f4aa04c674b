package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to pass a door.
 *
 * @param door null where the device stands at none
 * @param pin what was typed beside the credential, sealed as the credential's own, or null
 * @param pass what the credential is where it is a genuine QR code of this site, or null
 * @param at the instant to judge by
 * @param local the same instant on the site's clock
 * @param age between the swipe and its arrival, the device's clock offset taken off; negative where its clock runs ahead
 */
public record AccessRequest(
        @Nullable Door door,
        Direction direction,
        Credential.CredentialKey credential,
        @Nullable String pin,
        @Nullable QrPass pass,
        Instant at,
        LocalDateTime local,
        Duration age) {

    /** Without a pass. */
    public AccessRequest(
            @Nullable Door door,
            Direction direction,
            Credential.CredentialKey credential,
            @Nullable String pin,
            Instant at,
            LocalDateTime local,
            Duration age) {
        this(door, direction, credential, pin, null, at, local, age);
    }
}

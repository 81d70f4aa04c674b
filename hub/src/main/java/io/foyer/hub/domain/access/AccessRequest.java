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
 * @param door null where the device stands at no door
 * @param pin the PIN that somebody typed beside the credential, or null. It is sealed like the PIN of the credential
 * @param pass the content of a genuine QR code of this site, or null
 * @param at the instant to judge by
 * @param local the same instant on the site's clock
 * @param age the time from the swipe to its arrival, without the offset of the device's clock; negative where that
 *     clock runs ahead
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

    /** A request without a pass. */
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

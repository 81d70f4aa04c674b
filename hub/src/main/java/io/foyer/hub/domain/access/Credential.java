package io.foyer.hub.domain.access;

import io.foyer.hub.domain.CredentialType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member shows to readers.
 *
 * @param until the first instant at which it no longer counts, or null
 */
public record Credential(
        Key key, String member, boolean blocked, @Nullable Instant until) {
    /** Two credentials are the same when type and value are. */
    public record Key(CredentialType type, String value) {}
}

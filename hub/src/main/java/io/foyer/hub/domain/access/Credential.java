package io.foyer.hub.domain.access;

import io.foyer.hub.domain.CredentialType;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a member shows to readers.
 *
 * @param until the first instant at which it no longer counts, or null
 * @param pin the print of the PIN that goes with it, or null; see {@link Pins}
 */
public record Credential(
        Key key,
        String member,
        boolean blocked,
        @Nullable Instant until,
        @Nullable String pin) {

    /** Without a PIN. */
    public Credential(Key key, String member, boolean blocked, @Nullable Instant until) {
        this(key, member, blocked, until, null);
    }

    /** Two credentials are the same when type and value are. */
    public record Key(CredentialType type, String value) {

        /** In the form in which it is registered, however it was written. */
        public static Key of(CredentialType type, String written) {
            return new Key(
                    type,
                    switch (type) {
                        case CARD -> CardNumber.canonical(written);
                        case PLATE -> written.replaceAll("[\\s·.-]", "").toUpperCase(Locale.ROOT);
                        case PIN, QR, MOBILE -> written;
                    });
        }
    }
}

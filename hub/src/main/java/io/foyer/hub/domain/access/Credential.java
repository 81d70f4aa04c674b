package io.foyer.hub.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a member shows to readers.
 *
 * @param until the first instant at which it no longer counts, or null
 * @param pin what must be typed beside it at a door that asks for that, sealed; null where nobody has set one
 */
public record Credential(
        CredentialKey key,
        String member,
        boolean blocked,
        @Nullable Instant until,
        @Nullable String pin) {

    /** Without a PIN. */
    public Credential(CredentialKey key, String member, boolean blocked, @Nullable Instant until) {
        this(key, member, blocked, until, null);
    }

    /** The same with another PIN, or none. */
    public Credential withPin(@Nullable String sealed) {
        return new Credential(key, member, blocked, until, sealed);
    }

    /**
     * What this one and another of the same key both allow. A card that passes on to somebody else is nobody's in
     * between, and no PIN is right where another one is to be.
     */
    public Credential and(Credential other) {
        return new Credential(
                key,
                member,
                blocked || other.blocked || !member.equals(other.member),
                until == null || (other.until != null && other.until.isBefore(until)) ? other.until : until,
                Objects.equals(pin, other.pin) ? pin : null);
    }

    /** Whether a PIN, sealed as this one, is the right one; in a time that tells nothing. False where it has none. */
    boolean hasPin(@Nullable String shown) {
        return pin != null
                && shown != null
                && MessageDigest.isEqual(pin.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** Two credentials are the same when type and value are. The value of one of type PIN is sealed. */
    public record CredentialKey(CredentialType type, String value) {

        /** In the form in which it is registered, however it was written. */
        public static CredentialKey of(CredentialType type, String written) {
            return new CredentialKey(
                    type,
                    switch (type) {
                        case CARD -> CardNumber.canonical(written);
                        case PLATE -> written.replaceAll("[\\s·.-]", "").toUpperCase(Locale.ROOT);
                        case PIN, QR, MOBILE -> written;
                    });
        }

        /** Its type and the end of its value, for the trail: whoever reads that cannot copy the card. */
        public String ending() {
            return type.name().toLowerCase(Locale.ROOT) + " …" + value.substring(Math.max(0, value.length() - 4));
        }

        /** Others that some reader might take for this one. */
        public Set<CredentialKey> lookalikes() {
            return type == CredentialType.CARD
                    ? CardNumber.clashes(value).stream()
                            .map(other -> new CredentialKey(type, other))
                            .collect(Collectors.toSet())
                    : Set.of();
        }
    }
}

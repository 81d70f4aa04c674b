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
 * @param until the first instant at which the credential no longer counts, or null
 * @param pin the sealed PIN for doors that ask for one beside the credential; null where nobody has set a PIN
 */
public record Credential(
        CredentialKey key,
        String member,
        boolean blocked,
        @Nullable Instant until,
        @Nullable String pin) {

    /** A credential without a PIN. */
    public Credential(CredentialKey key, String member, boolean blocked, @Nullable Instant until) {
        this(key, member, blocked, until, null);
    }

    /** The credential with another PIN, or with none. */
    public Credential withPin(@Nullable String sealed) {
        return new Credential(key, member, blocked, until, sealed);
    }

    /**
     * The rights that this credential and another one with the same key both give. A card that goes to another member
     * belongs to nobody in between. While a PIN changes, no PIN is right.
     */
    public Credential and(Credential other) {
        return new Credential(
                key,
                member,
                blocked || other.blocked || !member.equals(other.member),
                until == null || (other.until != null && other.until.isBefore(until)) ? other.until : until,
                Objects.equals(pin, other.pin) ? pin : null);
    }

    /**
     * True where the sealed PIN is the right one. The time that the comparison takes tells nothing. False where the
     * credential has no PIN.
     */
    boolean hasPin(@Nullable String shown) {
        return pin != null
                && shown != null
                && MessageDigest.isEqual(pin.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** Two credentials are the same where type and value are the same. The value of type PIN is sealed. */
    public record CredentialKey(CredentialType type, String value) {

        /** The key in the form in which the hub registers it, however somebody wrote the value. */
        public static CredentialKey of(CredentialType type, String written) {
            return new CredentialKey(
                    type,
                    switch (type) {
                        case CARD -> CardNumber.canonical(written);
                        case PLATE -> written.replaceAll("[\\s·.-]", "").toUpperCase(Locale.ROOT);
                        case PIN, QR, MOBILE -> written;
                    });
        }

        /** The type and the end of the value, for the trail. A reader of the trail cannot copy the card. */
        public String ending() {
            return type.name().toLowerCase(Locale.ROOT) + " …" + value.substring(Math.max(0, value.length() - 4));
        }

        /** Other keys for which some reader might take this one. */
        public Set<CredentialKey> lookalikes() {
            return type == CredentialType.CARD
                    ? CardNumber.clashes(value).stream()
                            .map(other -> new CredentialKey(type, other))
                            .collect(Collectors.toSet())
                    : Set.of();
        }
    }
}

package io.foyer.hub.domain.access;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The registered credentials, found by any reading of their number. A reader on a 26-bit line sends the last three
 * bytes. These bytes find a card where exactly one card ends with them; with several such cards they find none.
 */
final class Credentials {
    private final Map<Credential.CredentialKey, Credential> byKey = new HashMap<>();
    /** Most ends belong to one card. Only an end with more cards has a set that can grow. */
    private final Map<Integer, Set<Credential.CredentialKey>> byEnd = new HashMap<>();

    void put(Credential credential) {
        if (byKey.put(credential.key(), credential) == null) {
            ends(credential.key())
                    .forEach(end -> byEnd.merge(end, Set.of(credential.key()), (before, one) -> {
                        Set<Credential.CredentialKey> all = before.size() == 1 ? new HashSet<>(before) : before;
                        all.addAll(one);
                        return all;
                    }));
        }
    }

    void remove(Credential.CredentialKey key) {
        if (byKey.remove(key) != null) {
            ends(key)
                    .forEach(end -> byEnd.computeIfPresent(end, (same, keys) -> {
                        if (keys.size() == 1) {
                            return null;
                        }
                        keys.remove(key);
                        return keys;
                    }));
        }
    }

    /** Removes all credentials of a member and returns their keys. */
    List<Credential.CredentialKey> removeAll(String member) {
        List<Credential.CredentialKey> keys = byKey.values().stream()
                .filter(credential -> credential.member().equals(member))
                .map(Credential::key)
                .toList();
        keys.forEach(this::remove);
        return keys;
    }

    private static Set<Integer> ends(Credential.CredentialKey key) {
        return key.type() == CredentialType.CARD ? CardEnd.of(key.value()) : Set.of();
    }

    @Nullable Credential get(Credential.CredentialKey key) {
        return byKey.get(key);
    }

    /** The credential that somebody shows, as the reader writes it; null where nobody holds it. */
    @Nullable Credential find(Credential.CredentialKey read) {
        Credential asWritten = byKey.get(read);
        if (asWritten != null) {
            return asWritten;
        }
        return read.type() == CredentialType.CARD
                ? byReading(CardText.numbers(read.value()))
                : byKey.get(Credential.CredentialKey.of(read.type(), read.value()));
    }

    private @Nullable Credential byReading(List<BigInteger> numbers) {
        for (String reading : CardNumber.readings(numbers)) {
            Credential found = byKey.get(new Credential.CredentialKey(CredentialType.CARD, reading));
            if (found != null) {
                return found;
            }
        }
        Credential.CredentialKey only = null;
        for (int end : CardEnd.sent(numbers)) {
            for (Credential.CredentialKey ending : byEnd.getOrDefault(end, Set.of())) {
                if (only != null && !only.equals(ending)) {
                    return null;
                }
                only = ending;
            }
        }
        return only == null ? null : byKey.get(only);
    }

    /** Another registered credential for which some reader might take this one; null where there is none. */
    @Nullable Credential clash(Credential.CredentialKey key) {
        return byKey.containsKey(key)
                ? null
                : key.lookalikes().stream()
                        .map(byKey::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}

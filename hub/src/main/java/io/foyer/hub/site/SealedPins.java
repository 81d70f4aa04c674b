package io.foyer.hub.site;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;

/**
 * PINs in the form in which the hub keeps and compares them. A PIN is short, so anybody could guess it from a hash,
 * however slow. A slow hash would also make the door wait. The hub therefore seals PINs with its secret: a seal takes
 * microseconds and is worth nothing without the secret. Any thread may use this class.
 */
public final class SealedPins {
    private final HubSeal seal;

    SealedPins(HubSeal seal) {
        this.seal = seal;
    }

    /** The PIN beside a credential, sealed for this credential only: equal PINs of two cards have different seals. */
    public String beside(String site, Credential.CredentialKey key, String pin) {
        return seal.of("pin:" + site + ":" + key.type() + ":" + pin.length() + ":" + pin + ":" + key.value());
    }

    /**
     * The key under which the hub registers a credential, however somebody wrote the value. Of a PIN the key has the
     * seal only.
     */
    public Credential.CredentialKey key(String site, CredentialType type, String value) {
        return type == CredentialType.PIN ? shown(site, type, value) : Credential.CredentialKey.of(type, value);
    }

    /** The key as a reader wrote it. A PIN is sealed. */
    Credential.CredentialKey shown(String site, CredentialType type, String value) {
        return new Credential.CredentialKey(
                type, type == CredentialType.PIN ? seal.of("pin-alone:" + site + ":" + value) : value);
    }
}

package io.foyer.hub.site;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;

/**
 * PINs as they are kept and compared. A PIN is short, so a hash alone could be guessed back whatever it costs, and one
 * that costs much would make the door wait: it is sealed with the hub's secret instead, which takes microseconds and is
 * worth nothing without that secret. May be used from any thread.
 */
public final class SealedPins {
    private final HubSeal seal;

    SealedPins(HubSeal seal) {
        this.seal = seal;
    }

    /** A credential's own PIN, sealed for this credential only: equal PINs of two cards do not look alike. */
    public String beside(String site, Credential.CredentialKey key, String pin) {
        return seal.of("pin:" + site + ":" + key.type() + ":" + pin.length() + ":" + pin + ":" + key.value());
    }

    /** As a credential is registered, however it was written; one that is a PIN is known by its seal only. */
    public Credential.CredentialKey key(String site, CredentialType type, String value) {
        return type == CredentialType.PIN ? shown(site, type, value) : Credential.CredentialKey.of(type, value);
    }

    /** As a reader has read it, but for a PIN, which is sealed. */
    Credential.CredentialKey shown(String site, CredentialType type, String value) {
        return new Credential.CredentialKey(
                type, type == CredentialType.PIN ? seal.of("pin-alone:" + site + ":" + value) : value);
    }
}

package io.foyer.hub.domain.access;

/** What somebody shows to a reader. */
public enum CredentialType {
    CARD,
    PIN,
    QR,
    MOBILE,
    PLATE
}

package io.foyer.hub.domain;

/** What somebody shows to a reader. */
public enum CredentialType {
    CARD,
    PIN,
    QR,
    MOBILE,
    PLATE
}

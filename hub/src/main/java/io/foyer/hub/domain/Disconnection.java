package io.foyer.hub.domain;

/** How the connection of a device ended. */
public enum Disconnection {
    /** The device said goodbye, as battery devices do before they sleep. */
    GOODBYE,
    /** The connection broke off, or the device broke the protocol. Nobody knows what the device does now. */
    LOSS,
    /** The hub ended the connection for a reason of its own. The device did not fail and logs in again. */
    HANG_UP
}

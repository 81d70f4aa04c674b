package io.foyer.hub.domain;

/** How a device's connection came to its end. */
public enum Disconnection {
    /** The device has said goodbye, as battery devices do before they sleep. */
    GOODBYE,
    /** It broke off, or the device broke the protocol: nobody can say what the device does now. */
    LOSS,
    /** The hub has ended it for reasons of its own, which is no failure of the device: it comes again. */
    HANG_UP
}

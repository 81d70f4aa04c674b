package io.foyer.hub.domain.access;

/** Compares a PIN with the print that is kept of it. Asked at the door: it must be quick. */
public interface Pins {
    /** For a house without PINs: none is right. */
    Pins NONE = (print, pin) -> false;

    boolean isRight(String print, String pin);
}

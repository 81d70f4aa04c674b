package io.foyer.hub.domain.house;

/**
 * A door between two zones.
 *
 * @param unlockSeconds how long a grant keeps it open, 1 to 300 s
 * @param pin true where a card alone is not enough
 */
public record Door(String id, String from, String to, int unlockSeconds, Mode mode, boolean pin) {
    /** How a door stands by the site file. */
    public enum Mode {
        SECURE,
        DISABLED
    }
}

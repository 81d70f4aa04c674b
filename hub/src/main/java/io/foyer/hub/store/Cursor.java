package io.foyer.hub.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row below which the next page of a list begins. Its text is the microseconds since 1970 and the key. */
record Cursor(Instant at, long key) {

    /** Reads a cursor; null is the beginning. Throws {@link IllegalArgumentException} for a text that is no cursor. */
    static @Nullable Cursor read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split("_", -1);
        try {
            if (parts.length == 2) {
                long micros = Long.parseLong(parts[0]);
                return new Cursor(
                        Instant.ofEpochSecond(
                                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000),
                        Long.parseLong(parts[1]));
            }
        } catch (NumberFormatException e) {
            // The exception below says more.
        }
        throw new IllegalArgumentException("not a cursor");
    }

    String write() {
        return (at.getEpochSecond() * 1_000_000 + at.getNano() / 1000) + "_" + key;
    }
}

package io.foyer.hub.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a list sorted by time and key goes on: below this row. Written as microseconds since 1970 and the key. */
record Cursor(Instant at, long key) {

    /** Null for the beginning; throws {@link IllegalArgumentException} for what no list has given out. */
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
            // Said below.
        }
        throw new IllegalArgumentException("not a cursor");
    }

    String write() {
        return (at.getEpochSecond() * 1_000_000 + at.getNano() / 1000) + "_" + key;
    }
}

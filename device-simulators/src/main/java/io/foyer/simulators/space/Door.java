package io.foyer.simulators.space;

import org.jspecify.annotations.Nullable;

/**
 * A door with what watches it.
 *
 * @param in the reader on the side that it leads from; null where there is none
 * @param out the reader on the side that it leads to; null where one leaves by a button
 * @param contact the device that tells whether it is open; null where none does
 */
public record Door(
        String id,
        String from,
        String to,
        boolean pin,
        @Nullable String in,
        @Nullable String out,
        @Nullable String contact) {}

package io.foyer.hub.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a device made a message, when the message came, and the id by which the device would send it again. Both times
 * are cut to microseconds, because the journal keeps microseconds: the hub then knows the same before and after a
 * restart.
 *
 * @param id unique per device, or null
 * @param at by the device's clock, or null where the message has no time
 * @param arrived by the hub's clock
 * @param retained true where a broker kept the message: the message may be of any age
 */
public record MessageStamp(@Nullable String id, @Nullable Instant at, Instant arrived, boolean retained) {
    /** A device's clock that is further ahead than this is wrong. */
    public static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    public MessageStamp {
        at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
        arrived = arrived.truncatedTo(ChronoUnit.MICROS);
    }

    /** The stamp of a message from a clock that is too far ahead. The size of the error does not matter. */
    public static MessageStamp ahead(@Nullable String id, Instant arrived, boolean retained) {
        return new MessageStamp(id, arrived.plus(MOST_AHEAD).plusSeconds(1), arrived, retained);
    }

    public boolean isAhead() {
        return at != null && at.isAfter(arrived.plus(MOST_AHEAD));
    }

    /** The same stamp for a message that may be of any age. */
    public MessageStamp ofUnknownAge() {
        return new MessageStamp(id, at, arrived, true);
    }
}

package io.foyer.hub.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a message was made and when it came, and by which name its sender would know it again. Both times are cut to the
 * microsecond, which is what the journal keeps: what is known of a message is the same before and after a restart.
 *
 * @param id unique per device, or null
 * @param at the device's own clock, or null where the message does not say
 * @param arrived the hub's clock
 * @param retained true where a broker kept the message: it may be of any age
 */
public record MessageStamp(@Nullable String id, @Nullable Instant at, Instant arrived, boolean retained) {
    /** A clock that is further ahead than that is wrong. */
    public static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    public MessageStamp {
        at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
        arrived = arrived.truncatedTo(ChronoUnit.MICROS);
    }

    /** Of a message whose clock is too far ahead, however far. */
    public static MessageStamp ahead(@Nullable String id, Instant arrived, boolean retained) {
        return new MessageStamp(id, arrived.plus(MOST_AHEAD).plusSeconds(1), arrived, retained);
    }

    public boolean isAhead() {
        return at != null && at.isAfter(arrived.plus(MOST_AHEAD));
    }

    /** The same message, known to be of any age. */
    public MessageStamp ofUnknownAge() {
        return new MessageStamp(id, at, arrived, true);
    }
}

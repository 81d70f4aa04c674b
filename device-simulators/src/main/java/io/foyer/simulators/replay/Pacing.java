package io.foyer.simulators.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a message goes out, and under which time.
 *
 * @param first the recorded time of the first message
 * @param started when the replay began
 * @param speed recorded seconds a real second; null: as fast as the hub acknowledges
 */
record Pacing(
        Instant first,
        Instant started,
        boolean asRecorded,
        @Nullable Double speed) {

    /** The time that the hub reads. At another speed than 1 the time between two messages shrinks or grows with it. */
    Instant stamp(Message message) {
        return asRecorded ? message.at() : due(message);
    }

    /** How long the message must wait yet; zero or less: not at all. */
    Duration wait(Message message, Instant now) {
        return Duration.between(now, due(message));
    }

    private Instant due(Message message) {
        if (speed == null) {
            return started;
        }
        double millis = Duration.between(first, message.at()).toMillis() / speed;
        return started.plusMillis(Math.round(millis));
    }
}

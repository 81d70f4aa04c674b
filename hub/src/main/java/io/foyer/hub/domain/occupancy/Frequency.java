package io.foyer.hub.domain.occupancy;

import java.time.Duration;
import java.time.Instant;

/** Whether something happens too often: more than {@code most} times within a time. */
final class Frequency {
    private final int most;
    private final Duration time;
    private Instant start = Instant.EPOCH;
    private int count;

    Frequency(int most, Duration time) {
        this.most = most;
        this.time = time;
    }

    /** It has happened. True where that was once too often; then the counting begins anew. */
    boolean add(Instant now) {
        if (!now.isBefore(start.plus(time))) {
            start = now;
            count = 0;
        }
        count++;
        if (count <= most) {
            return false;
        }
        start = now;
        count = 0;
        return true;
    }

    /** When it has not been too often for once, if it is not once more. */
    Instant calmAt() {
        return start.plus(time);
    }
}

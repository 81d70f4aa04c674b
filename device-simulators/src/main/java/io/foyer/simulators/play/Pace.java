package io.foyer.simulators.play;

import java.time.Duration;
import java.time.Instant;

/**
 * How simulated time maps to the clock.
 *
 * @param simulated the moment that is played at {@code started}
 * @param speed simulated seconds a second
 */
public record Pace(Instant simulated, Instant started, double speed) {
    /** Simulated time is the clock's. */
    public static Pace realTime(Instant now) {
        return new Pace(now, now, 1);
    }

    /** When a simulated moment is, by the clock. */
    Instant real(Instant moment) {
        if (speed == 1) {
            return started.plus(Duration.between(simulated, moment));
        }
        double millis = Duration.between(simulated, moment).toMillis() / speed;
        return started.plusMillis(Math.round(millis));
    }

    /** For a player that could not keep up. */
    Pace slipped(Duration lag) {
        return new Pace(simulated, started.plus(lag), speed);
    }
}

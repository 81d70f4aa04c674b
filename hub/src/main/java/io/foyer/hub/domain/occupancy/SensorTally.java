package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sum of the sensors of one kind.
 *
 * @param all how many sensors there are
 * @param known how many of the sensors are believed
 * @param people the sum over the believed sensors
 * @param plays true where one of them plays a history
 * @param asOf the time of the newest believed observation; null where no sensor is believed
 * @param unknownSince when the last value of the other sensors ceased to stand; null where none of them ever sent one
 */
record SensorTally(
        int all,
        int known,
        int people,
        boolean plays,
        @Nullable Instant asOf,
        @Nullable Instant unknownSince) {

    /** @param now true for the present, false for the end of the sensors' histories, however long ago */
    static SensorTally of(List<OccupancySensor> sensors, boolean now) {
        int known = 0;
        long people = 0;
        boolean plays = false;
        Instant asOf = null;
        Instant since = null;
        for (OccupancySensor sensor : sensors) {
            SensorState source = sensor.source();
            plays |= sensor.plays();
            if (source != null && (now ? sensor.isPresent() : sensor.isKnown())) {
                known++;
                people += source.present() == null ? 0 : source.present();
                asOf = newer(asOf, source.at());
            } else if (source != null) {
                since = newer(since, sensor.unknownSince());
            }
        }
        return new SensorTally(sensors.size(), known, (int) Math.min(Integer.MAX_VALUE, people), plays, asOf, since);
    }

    /** False where a sensor is not believed. */
    boolean isWhole() {
        return known == all;
    }

    boolean isKnown() {
        return known > 0;
    }

    static @Nullable Instant newer(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }
}

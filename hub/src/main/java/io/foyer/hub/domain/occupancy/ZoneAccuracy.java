package io.foyer.hub.domain.occupancy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Learns how far the counts of a zone are from the truth, from sensors that do not depend on each other. A camera's look
 * is held against the count just before it, where lines had moved that count. An empty night, or a person who counts, is
 * held against the balance of the lines. Only what is live is compared. The sums fade, so they tell of the last weeks.
 */
final class ZoneAccuracy {
    /** The sums halve in this time. */
    private static final double HALF_LIFE_H = 28 * 24;

    /** A look speaks for no longer than this. */
    private static final Duration LONGEST_LOOK = Duration.ofHours(1);

    private static final Duration LONGEST_STRETCH = Duration.ofDays(1);

    private AccuracyState state;
    private @Nullable Instant looked;
    private @Nullable Instant began;

    // People over time since the last sure count.
    private double peopleHours;
    private double hours;
    private int people;
    private double forgotten;
    private @Nullable Instant weighed;

    ZoneAccuracy(String zone) {
        state = AccuracyState.none(zone);
    }

    AccuracyState state() {
        return state;
    }

    void restore(AccuracyState known) {
        state = known;
    }

    /** The zone shows so many people from now on; null where it shows none. */
    void shows(@Nullable Integer count, Instant now) {
        Instant since = weighed;
        if (since != null && now.isAfter(since)) {
            double passed = hours(Duration.between(since, now));
            hours += passed;
            peopleHours += passed * people;
        }
        weighed = now;
        people = count == null ? 0 : count;
    }

    /** A camera sees so many where the zone showed others. Null where that tells nothing yet. */
    @Nullable AccuracyState look(int seen, int shown, Instant now) {
        Instant before = looked;
        looked = now;
        if (before == null) {
            return null;
        }
        int error = Math.abs(seen - shown);
        double time = hours(shorter(Duration.between(before, now), LONGEST_LOOK));
        return add(time, error <= 1 ? 1 : 0, error <= 0.1 * seen ? 1 : 0, now);
    }

    /** The lines had so many people who cannot have stayed: an error that the next sure count does not show. */
    void forget(double number) {
        forgotten += number;
    }

    /**
     * A count is sure, where the lines had come to another one. Lines err more and more since the last sure count, so the
     * error is taken to have grown evenly until now. Null where that tells nothing yet.
     */
    @Nullable AccuracyState sure(double error, Instant now) {
        shows(people, now);
        Instant before = began;
        double tolerated = hours > 0 ? 0.1 * peopleHours / hours : 0;
        began = now;
        peopleHours = 0;
        hours = 0;
        if (before == null) {
            return null;
        }
        double far = Math.abs(error + forgotten);
        forgotten = 0;
        double time = hours(shorter(Duration.between(before, now), LONGEST_STRETCH));
        return add(time, far <= 1 ? 1 : 1 / far, far <= tolerated ? 1 : tolerated / far, now);
    }

    private @Nullable AccuracyState add(double time, double one, double tenPercent, Instant now) {
        if (time <= 0) {
            return null;
        }
        Duration old = Duration.between(state.at(), now);
        double keeps = state.hours() == 0 ? 0 : Math.pow(0.5, Math.max(0, hours(old)) / HALF_LIFE_H);
        state = new AccuracyState(
                state.zone(),
                keeps * state.hours() + time,
                keeps * state.one() + time * one,
                keeps * state.tenPercent() + time * tenPercent,
                now);
        return state;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static double hours(Duration duration) {
        return duration.toMillis() / 3.6e6;
    }

    /**
     * A sensor has told something. A history tells nothing here.
     *
     * @param shown what the sensor's own zone showed before
     */
    static void heard(OccupancySensor sensor, @Nullable Integer shown, ObservationTime moment, ZoneRecount recount) {
        if (!moment.live()) {
            return;
        }
        Instant now = moment.arrived();
        ZoneNode zone = sensor.touches.get(0);
        SensorState source = sensor.source();
        Integer seen = source == null ? null : source.present();
        boolean tells = zone.counters.size() == 1
                && zone.counters.contains(sensor)
                && sensor.isPresent()
                && SensorTally.of(zone.lines, true).isKnown();
        if (tells && shown != null && seen != null) {
            recount.accuracy(zone.accuracy.look(seen, shown, now));
        }
        sensor.touches.forEach(touched -> touched.accuracy.shows(touched.shown.count(), now));
    }
}

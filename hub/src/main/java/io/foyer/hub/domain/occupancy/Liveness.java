package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Knows which sensors are still believed, and when to ask again. */
final class Liveness {
    private final Deadlines<OccupancySensor> deadlines = new Deadlines<>();
    private final HealthWatch health;

    Liveness(HealthWatch health) {
        this.health = health;
    }

    /** Sets when to ask again about a sensor that has changed. */
    void watch(OccupancySensor sensor) {
        deadlines.set(sensor, sensor.due());
        health.watch(sensor);
    }

    /** When {@link #expire} next has something to do; null where a sensor must be heard first. */
    @Nullable Instant due() {
        return deadlines.next();
    }

    /** Ends the values that no longer stand, and notes the connections that are still there. */
    void expire(Instant now, ZoneRecount recount) {
        List<OccupancySensor> due = deadlines.removeDue(now);
        due.stream()
                .filter(sensor -> sensor.expired(now) != null)
                .sorted(Comparator.comparing(sensor -> Objects.requireNonNull(sensor.expired(now))))
                .forEach(sensor -> {
                    Instant expired = Objects.requireNonNull(sensor.expired(now));
                    sensor.end(expired);
                    recount.zones(sensor, expired);
                    recount.finish();
                });
        for (OccupancySensor sensor : due) {
            recount.source(sensor.connection(now));
            watch(sensor);
        }
    }

    void connected(OccupancySensor sensor) {
        sensor.connect();
        watch(sensor);
    }

    /** A connection of a sensor has ended; {@code failed} where the device did not say goodbye. */
    void gone(OccupancySensor sensor, boolean failed, Instant now, ZoneRecount recount) {
        boolean stillThere = sensor.disconnect();
        if (!stillThere && failed) {
            fail(sensor, now, recount);
        } else if (!stillThere) {
            recount.source(sensor.sign(now));
        }
        recount.finish();
        watch(sensor);
    }

    /** A sensor has failed. A history does not end then: the rest may come over the next connection. */
    void fail(OccupancySensor sensor, Instant now, ZoneRecount recount) {
        if (sensor.isStanding()) {
            recount.source(sensor.fail(now));
            recount.zones(sensor, now);
            recount.finish();
            health.lost(sensor, now, recount);
        }
    }

    /** A sensor is there after all. Its last value stands again if the value is not too old. */
    static void sign(OccupancySensor sensor, Instant now, ZoneRecount recount) {
        recount.source(sensor.sign(now));
        SensorState healed = sensor.heal(now);
        if (healed != null) {
            recount.source(healed);
            recount.zones(sensor, now);
            recount.finish();
        }
    }
}

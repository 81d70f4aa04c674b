package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether sensors can be believed still, and when to ask that again. */
final class Liveness {
    private final Deadlines<OccupancySensor> deadlines = new Deadlines<>();

    /** A sensor is otherwise than it was. */
    void watch(OccupancySensor sensor) {
        deadlines.set(sensor, sensor.due());
    }

    /** When {@link #expire} has something to do next; null: not before a sensor is heard. */
    @Nullable Instant due() {
        return deadlines.next();
    }

    /** Ends what has ceased to stand, and notes connections that are still there. */
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

    /** A sensor has failed. Of a history that says nothing: the rest of the history may come over the next connection. */
    static void fail(OccupancySensor sensor, Instant now, ZoneRecount recount) {
        if (sensor.isPresent()) {
            recount.source(sensor.fail(now));
            recount.zones(sensor, now);
            recount.finish();
        }
    }

    /** A sensor is there after all: what it said last stands again, if that is not too old. */
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

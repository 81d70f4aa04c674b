package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts zones again, and tells what becomes otherwise by that. */
final class ZoneRecount {
    private final OccupancyEffects effects;

    ZoneRecount(OccupancyEffects effects) {
        this.effects = effects;
    }

    /** What a sensor said last; null where nothing is to be written. */
    void source(@Nullable SensorState source) {
        if (source != null) {
            effects.source(source);
        }
    }

    void flow(ZoneNode zone) {
        effects.flow(zone.zone, zone.flow);
    }

    void point(CountPoint point) {
        effects.counted(point);
    }

    /** Counts all zones again that a sensor can change. */
    void zones(OccupancySensor sensor, Instant at) {
        for (ZoneNode zone : sensor.touches) {
            zone(zone, at, 0, 0);
        }
    }

    /**
     * Counts a zone again; the zones in it are counted already. Who passes is entered when they did, what the zone then
     * counts at its newest point at the earliest.
     */
    void zone(ZoneNode zone, Instant at, int entries, int exits) {
        Integer known = zone.known();
        ZoneCount present = zone.present();
        zone.count();
        boolean passed = entries > 0 || exits > 0;
        boolean before = at.isBefore(zone.lastPoint);
        if (passed && before) {
            effects.passed(zone.zone, at, entries, exits);
        }
        if (!Objects.equals(known, zone.known()) || (passed && !before)) {
            zone.reach(at);
            point(new CountPoint(zone.zone, zone.lastPoint, zone.known(), before ? 0 : entries, before ? 0 : exits));
        }
        ZoneCount now = zone.present();
        if (!now.equals(present)) {
            effects.show(now);
        }
    }
}

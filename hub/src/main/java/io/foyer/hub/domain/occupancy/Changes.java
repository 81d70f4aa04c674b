package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.OccupancyChange;
import io.foyer.hub.domain.occupancy.Occupancy.Changed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers what one signal changes while the zones are counted again. */
final class Changes {
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, ZoneCount> zones = new LinkedHashMap<>();

    boolean isEmpty() {
        return changes.isEmpty() && zones.isEmpty();
    }

    Changed done() {
        return new Changed(changes, List.copyOf(zones.values()));
    }

    /** What a sensor said last; null where nothing is to be written. */
    void is(@Nullable Source source) {
        if (source != null) {
            changes.add(new OccupancyChange.SourceIs(source));
        }
    }

    void flow(ZoneNode zone) {
        changes.add(new OccupancyChange.FlowIs(zone.zone, zone.flow));
    }

    void point(Point point) {
        changes.add(new OccupancyChange.Counted(point));
    }

    /** Counts all zones again that a sensor can change. */
    void recount(Sensor sensor, Instant at) {
        for (ZoneNode zone : sensor.touches) {
            recount(zone, at, 0, 0);
        }
    }

    /**
     * Counts a zone again; the zones in it are counted already. Who passes is entered when they did, what the zone then
     * counts at its newest point at the earliest.
     */
    void recount(ZoneNode zone, Instant at, int entries, int exits) {
        Integer known = zone.known();
        ZoneCount present = zone.present();
        zone.count();
        boolean passed = entries > 0 || exits > 0;
        boolean before = at.isBefore(zone.lastPoint);
        if (passed && before) {
            changes.add(new OccupancyChange.Passed(zone.zone, at, entries, exits));
        }
        if (!Objects.equals(known, zone.known()) || (passed && !before)) {
            zone.reach(at);
            point(new Point(zone.zone, zone.lastPoint, zone.known(), before ? 0 : entries, before ? 0 : exits));
        }
        ZoneCount now = zone.present();
        if (!now.equals(present)) {
            zones.put(zone.zone, now);
        }
    }
}

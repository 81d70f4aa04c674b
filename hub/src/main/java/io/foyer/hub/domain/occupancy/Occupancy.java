package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many people are in which zone of a site, from sensors of every kind, now and as a step function of time.
 *
 * <p>A message costs as much as its zone has sensors and zones above it, never as much as the house has. The step
 * function of a zone never goes back: a count that was observed before its newest point is entered at that point, but
 * for a sensor that alone measures its zone. Who passed a line is entered when they did, however late that is told.
 */
public final class Occupancy {
    private Layout layout;
    private Changes owed;
    private Liveness liveness = new Liveness();
    /** What sensors said and lines counted that have left the site file: they may come back. */
    private final Map<String, Source> retired = new HashMap<>();

    private final Map<String, Integer> retiredFlows = new HashMap<>();
    /** Devices that are connected; one that comes again before it was missed is still one. */
    private final Set<String> there = new HashSet<>();

    /** What must outlive the hub, and the zones that are otherwise than before, each once and whole. */
    public record Changed(List<Change> changes, List<ZoneCount> zones) {
        public Changed {
            changes = List.copyOf(changes);
            zones = List.copyOf(zones);
        }
    }

    private Occupancy(Layout layout) {
        this.layout = layout;
        this.owed = new Changes();
    }

    /** A site as it was left. What has ceased to stand meanwhile is unknown at once; the first tick tells of it. */
    public static Occupancy restored(House house, List<Source> sources, Map<String, Integer> flows, Instant now) {
        Layout layout = new Layout(house);
        Occupancy occupancy = new Occupancy(layout);
        for (Source source : sources) {
            Sensor sensor = layout.sensors.get(source.device());
            if (sensor == null) {
                occupancy.retired.put(source.device(), source);
            } else {
                sensor.restore(source, now);
            }
        }
        occupancy.retiredFlows.putAll(flows);
        layout.zones.values().forEach(zone -> zone.flow = flows.getOrDefault(zone.zone, 0));
        layout.deepestFirst().forEach(ZoneNode::count);
        layout.sensors.values().forEach(sensor -> sensor.touches.forEach(zone -> zone.reach(sensor.lastPoint())));
        layout.sensors.values().forEach(occupancy.liveness::watch);
        occupancy.liveness.expire(now, occupancy.owed);
        return occupancy;
    }

    /** Every zone, in the order of the site file. */
    public List<ZoneCount> all() {
        return layout.zones.values().stream().map(ZoneNode::present).toList();
    }

    /**
     * A line counter tells its running totals. Like every observation they change nothing where the site file has no
     * such sensor.
     *
     * @param at when it was observed, by the device's clock
     * @param arrived by the hub's clock
     * @param live false for history: then an hour without an observation before it is a time of which nothing is known
     */
    public Changed totals(String device, long in, long out, Instant at, Instant arrived, boolean live) {
        Changes changes = new Changes();
        Sensor line = sensor(device, Device.Kind.LINE_COUNTER);
        if (line != null && Observation.isNewest(line, at, live, changes)) {
            Observation.totals(line, in, out, at, arrived, changes);
        } else if (line != null) {
            Liveness.sign(line, arrived, changes);
        }
        return heard(line, changes);
    }

    /** A line counter tells who has passed since it last spoke; the rest is as of {@link #totals}. */
    public Changed steps(String device, int in, int out, Instant at, Instant arrived, boolean live) {
        Changes changes = new Changes();
        Sensor line = sensor(device, Device.Kind.LINE_COUNTER);
        if (line != null && Observation.isNewest(line, at, live, changes)) {
            Observation.steps(line, in, out, at, arrived, changes);
        } else if (line != null) {
            Observation.lateSteps(line, in, out, at, changes);
            Liveness.sign(line, arrived, changes);
        }
        return heard(line, changes);
    }

    /** A counter tells how many people are in its zone; the rest is as of {@link #totals}. */
    public Changed present(String device, int people, Instant at, Instant arrived, boolean live) {
        return people(sensor(device, Device.Kind.PEOPLE_COUNTER), people, at, arrived, live);
    }

    /** A sensor tells whether somebody is at its desk; the rest is as of {@link #totals}. */
    public Changed presence(String device, boolean occupied, Instant at, Instant arrived, boolean live) {
        return people(sensor(device, Device.Kind.PRESENCE), occupied ? 1 : 0, at, arrived, live);
    }

    private Changed people(@Nullable Sensor sensor, int people, Instant at, Instant arrived, boolean live) {
        Changes changes = new Changes();
        if (sensor != null && Observation.isNewest(sensor, at, live, changes)) {
            Observation.people(sensor, people, at, arrived, changes);
        } else if (sensor != null) {
            Observation.latePeople(sensor, people, at, changes);
            Liveness.sign(sensor, arrived, changes);
        }
        return heard(sensor, changes);
    }

    private Changed heard(@Nullable Sensor sensor, Changes changes) {
        if (sensor != null) {
            liveness.watch(sensor);
        }
        return changes.done();
    }

    /** The sensor of this id; null where the device is none, or does not count so. */
    private @Nullable Sensor sensor(String device, Device.Kind kind) {
        Sensor sensor = layout.sensors.get(device);
        return sensor != null && sensor.device.kind() == kind ? sensor : null;
    }

    /** A device says that it is there, or its last will that it is not. */
    public Changed status(String device, boolean online, Instant now) {
        Changes changes = new Changes();
        for (Sensor sensor : layout.behind.getOrDefault(device, List.of())) {
            boolean itself = sensor.device.id().equals(device);
            if (!online && (itself || !there.contains(sensor.device.id()))) {
                Liveness.fail(sensor, now, changes);
            } else if (online && itself) {
                Liveness.sign(sensor, now, changes);
            }
            liveness.watch(sensor);
        }
        return changes.done();
    }

    /** A device has logged in. That alone does not vouch for what it said before. */
    public Changed connected(String device, Instant now) {
        if (there.add(device)) {
            layout.behind.getOrDefault(device, List.of()).forEach(sensor -> {
                sensor.connect();
                liveness.watch(sensor);
            });
        }
        return new Changes().done();
    }

    /**
     * A device's connection has ended. A clean goodbye is no failure: battery devices connect, send and sleep.
     *
     * @param failed true where it did not say goodbye
     */
    public Changed gone(String device, boolean failed, Instant now) {
        there.remove(device);
        Changes changes = new Changes();
        for (Sensor sensor : layout.behind.getOrDefault(device, List.of())) {
            boolean stillThere = sensor.disconnect();
            if (!stillThere && failed) {
                Liveness.fail(sensor, now, changes);
            } else if (!stillThere) {
                changes.is(sensor.sign(now));
            }
            liveness.watch(sensor);
        }
        return changes.done();
    }

    /** When {@link #tick} has something to do next; null where it has nothing to do until something is heard. */
    public @Nullable Instant due() {
        return owed.isEmpty() ? liveness.due() : Deadlines.AT_ONCE;
    }

    /** Time has passed. */
    public Changed tick(Instant now) {
        Changes changes = owed;
        owed = new Changes();
        liveness.expire(now, changes);
        return changes.done();
    }

    /**
     * The site file has changed; what is known of sensors and zones is kept. A sensor that has left it, or that comes by
     * another gateway than before, is known again when it is heard.
     */
    public Changed reload(House house, Instant now) {
        Layout before = layout;
        layout = new Layout(house);
        Changes changes = new Changes();
        before.sensors.forEach((id, was) -> {
            boolean moved = !there.contains(id) && !before.bringers(id).equals(layout.bringers(id));
            if (moved || !layout.sensors.containsKey(id)) {
                changes.is(was.lose(now));
            }
            if (was.source() != null && !layout.sensors.containsKey(id)) {
                retired.put(id, was.source());
            }
        });
        layout.sensors.forEach((id, sensor) -> {
            Sensor was = before.sensors.get(id);
            Source known = retired.remove(id);
            if (was != null && was.device.kind() == sensor.device.kind()) {
                sensor.takeOver(was);
            } else if (was == null && known != null) {
                sensor.restore(known, now);
            }
        });
        there.forEach(device -> layout.behind.getOrDefault(device, List.of()).forEach(Sensor::connect));
        liveness = new Liveness();
        layout.sensors.values().forEach(liveness::watch);
        before.zones.forEach((id, zone) -> retiredFlows.put(id, zone.flow));
        for (ZoneNode zone : layout.deepestFirst()) {
            ZoneNode was = before.zones.get(zone.zone);
            if (was != null) {
                zone.takeOver(was);
            } else {
                zone.flow = retiredFlows.getOrDefault(zone.zone, 0);
            }
            changes.recount(zone, now, 0, 0);
        }
        return changes.done();
    }
}

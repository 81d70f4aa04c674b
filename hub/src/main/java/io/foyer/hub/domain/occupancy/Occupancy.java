package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.SiteDefinition;
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
    private SensorLayout layout;
    private final LaterEffects later = new LaterEffects();
    private Liveness liveness = new Liveness();
    /** What sensors said and lines counted that have left the site file: they may come back. */
    private final Map<String, SensorState> retired = new HashMap<>();

    private final Map<String, Integer> retiredFlows = new HashMap<>();
    /** Devices that are connected; one that comes again before it was missed is still one. */
    private final Set<String> there = new HashSet<>();

    private Occupancy(SensorLayout layout) {
        this.layout = layout;
    }

    /** A site as it was left. What has ceased to stand meanwhile is unknown at once; the first tick tells of it. */
    public static Occupancy restored(
            SiteDefinition definition, List<SensorState> sources, Map<String, Integer> flows, Instant now) {
        SensorLayout layout = new SensorLayout(definition);
        Occupancy occupancy = new Occupancy(layout);
        for (SensorState source : sources) {
            OccupancySensor sensor = layout.sensors.get(source.device());
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
        occupancy.liveness.expire(now, new ZoneRecount(occupancy.later));
        return occupancy;
    }

    /** Every zone, in the order of the site file. */
    public List<ZoneCount> all() {
        return layout.zones.values().stream().map(ZoneNode::present).toList();
    }

    /**
     * A line counter tells its running totals. Like every observation they change nothing where the site file has no
     * such sensor.
     */
    public void totals(String device, long in, long out, ObservationTime moment, OccupancyEffects effects) {
        OccupancySensor line = sensor(device, Device.DeviceKind.LINE_COUNTER);
        if (line == null) {
            return;
        }
        ZoneRecount recount = new ZoneRecount(effects);
        if (SensorObservation.isNewest(line, moment, recount)) {
            SensorObservation.totals(line, in, out, moment, recount);
        } else {
            Liveness.sign(line, moment.arrived(), recount);
        }
        liveness.watch(line);
    }

    /** A line counter tells who has passed since it last spoke. */
    public void steps(String device, int in, int out, ObservationTime moment, OccupancyEffects effects) {
        OccupancySensor line = sensor(device, Device.DeviceKind.LINE_COUNTER);
        if (line == null) {
            return;
        }
        ZoneRecount recount = new ZoneRecount(effects);
        if (SensorObservation.isNewest(line, moment, recount)) {
            SensorObservation.steps(line, in, out, moment, recount);
        } else {
            SensorObservation.lateSteps(line, in, out, moment.at(), recount);
            Liveness.sign(line, moment.arrived(), recount);
        }
        liveness.watch(line);
    }

    /** A counter tells how many people are in its zone. */
    public void present(String device, int people, ObservationTime moment, OccupancyEffects effects) {
        people(sensor(device, Device.DeviceKind.PEOPLE_COUNTER), people, moment, effects);
    }

    /** A sensor tells whether somebody is at its desk. */
    public void presence(String device, boolean occupied, ObservationTime moment, OccupancyEffects effects) {
        people(sensor(device, Device.DeviceKind.PRESENCE), occupied ? 1 : 0, moment, effects);
    }

    private void people(
            @Nullable OccupancySensor sensor, int people, ObservationTime moment, OccupancyEffects effects) {
        if (sensor == null) {
            return;
        }
        ZoneRecount recount = new ZoneRecount(effects);
        if (SensorObservation.isNewest(sensor, moment, recount)) {
            SensorObservation.people(sensor, people, moment, recount);
        } else {
            SensorObservation.latePeople(sensor, people, moment.at(), recount);
            Liveness.sign(sensor, moment.arrived(), recount);
        }
        liveness.watch(sensor);
    }

    /** The sensor of this id; null where the device is none, or does not count so. */
    private @Nullable OccupancySensor sensor(String device, Device.DeviceKind kind) {
        OccupancySensor sensor = layout.sensors.get(device);
        return sensor != null && sensor.device.kind() == kind ? sensor : null;
    }

    /** A device says that it is there, or its last will that it is not. */
    public void status(String device, boolean online, Instant now, OccupancyEffects effects) {
        ZoneRecount recount = new ZoneRecount(effects);
        for (OccupancySensor sensor : layout.behind.getOrDefault(device, List.of())) {
            boolean itself = sensor.device.id().equals(device);
            if (!online && (itself || !there.contains(sensor.device.id()))) {
                Liveness.fail(sensor, now, recount);
            } else if (online && itself) {
                Liveness.sign(sensor, now, recount);
            }
            liveness.watch(sensor);
        }
    }

    /** A device has logged in. That alone does not vouch for what it said before. */
    public void connected(String device) {
        if (there.add(device)) {
            layout.behind.getOrDefault(device, List.of()).forEach(sensor -> {
                sensor.connect();
                liveness.watch(sensor);
            });
        }
    }

    /**
     * A device's connection has ended. A clean goodbye is no failure: battery devices connect, send and sleep.
     *
     * @param failed true where it did not say goodbye
     */
    public void gone(String device, boolean failed, Instant now, OccupancyEffects effects) {
        there.remove(device);
        ZoneRecount recount = new ZoneRecount(effects);
        for (OccupancySensor sensor : layout.behind.getOrDefault(device, List.of())) {
            boolean stillThere = sensor.disconnect();
            if (!stillThere && failed) {
                Liveness.fail(sensor, now, recount);
            } else if (!stillThere) {
                recount.source(sensor.sign(now));
            }
            liveness.watch(sensor);
        }
    }

    /** When {@link #tick} has something to do next; null where it has nothing to do until something is heard. */
    public @Nullable Instant due() {
        return later.isEmpty() ? liveness.due() : Deadlines.AT_ONCE;
    }

    /** Time has passed. */
    public void tick(Instant now, OccupancyEffects effects) {
        later.settle(effects);
        liveness.expire(now, new ZoneRecount(effects));
    }

    /**
     * The site file has changed; what is known of sensors and zones is kept. A sensor that has left it, or that comes by
     * another gateway than before, is known again when it is heard.
     */
    public void reload(SiteDefinition definition, Instant now, OccupancyEffects effects) {
        SensorLayout before = layout;
        layout = new SensorLayout(definition);
        ZoneRecount recount = new ZoneRecount(effects);
        before.sensors.forEach((id, was) -> {
            boolean moved = !there.contains(id) && !before.bringers(id).equals(layout.bringers(id));
            if (moved || !layout.sensors.containsKey(id)) {
                recount.source(was.lose(now));
            }
            if (was.source() != null && !layout.sensors.containsKey(id)) {
                retired.put(id, was.source());
            }
        });
        layout.sensors.forEach((id, sensor) -> {
            OccupancySensor was = before.sensors.get(id);
            SensorState known = retired.remove(id);
            if (was != null && was.device.kind() == sensor.device.kind()) {
                sensor.takeOver(was);
            } else if (was == null && known != null) {
                sensor.restore(known, now);
            }
        });
        there.forEach(device -> layout.behind.getOrDefault(device, List.of()).forEach(OccupancySensor::connect));
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
            recount.zone(zone, now, 0, 0);
        }
    }
}

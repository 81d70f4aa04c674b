package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.Device.DeviceKind;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.occupancy.BalanceState.BalanceKey;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How many people are in which zone of a site, from sensors of every kind, now and as step functions of time.
 *
 * <p>All zones are one estimate: each zone is the sum of the zones in it and of its own place, at every instant, in
 * whole people ({@link Reconciliation}). A message costs as much as the zones above its sensor have zones.
 */
public final class Occupancy {
    private SensorLayout layout;
    private final LaterEffects later = new LaterEffects();
    private HealthWatch health;
    private Liveness liveness;
    private BalanceUpkeep balances;
    /** The last states of sensors that have left the site file. The sensors may come back. */
    private final Map<String, SensorState> retired = new HashMap<>();

    private final Map<BalanceKey, BalanceState> retiredBalances = new HashMap<>();

    /** The connected devices. A device that connects again before it is missed is in the set once. */
    private final Set<String> there = new HashSet<>();

    private Occupancy(SiteDefinition definition, Instant now) {
        this.layout = new SensorLayout(definition, now);
        this.health = new HealthWatch(definition.timeZone());
        this.liveness = new Liveness(health);
        this.balances = new BalanceUpkeep(definition, health);
    }

    /** The sensors, with their faults, and the lines of a site as the last hub left them; {@link #recall} is to follow. */
    public static Occupancy restored(
            SiteDefinition definition,
            List<SensorState> sources,
            List<BalanceState> balances,
            List<SensorFault> faults,
            Instant now) {
        Occupancy occupancy = new Occupancy(definition, now);
        SensorLayout layout = occupancy.layout;
        sources.forEach(source -> layout.sensor(source.device())
                .ifPresentOrElse(
                        sensor -> sensor.restore(source, now), () -> occupancy.retired.put(source.device(), source)));
        faults.forEach(fault -> layout.sensor(fault.device())
                .ifPresentOrElse(sensor -> sensor.restore(fault), () -> occupancy.later.fault(fault.endedAt(now))));
        balances.forEach(balance -> occupancy.retiredBalances.put(balance.key(), balance));
        layout.zones.values().forEach(zone -> {
            zone.restore(occupancy.retiredBalances);
            occupancy.balances.watch(zone, now);
        });
        return occupancy;
    }

    /**
     * Counts a restored site again. A value that no longer stands is unknown at once; the first tick tells the viewers
     * and the store.
     *
     * @param points the newest points of each zone from before the restart, in order of time
     */
    public void recall(List<CountPoint> points, Instant now) {
        layout.recall(points, now);
        ZoneRecount.restore(layout.zones.values());
        layout.sensors.values().forEach(liveness::watch);
        liveness.expire(now, new ZoneRecount(later));
    }

    /** How well the people are counted now. */
    public CountQuality quality() {
        return new CountQuality(layout);
    }

    /** What viewers see of a zone; null where there is none. */
    public @Nullable ZoneCount shown(String zone) {
        ZoneNode node = layout.zones.get(zone);
        return node == null ? null : node.shown;
    }

    /** Every zone, in the order of the site file. */
    public List<ZoneCount> all() {
        return layout.zones.values().stream().map(zone -> zone.shown).toList();
    }

    /**
     * A line counter tells its running totals. No observation changes anything where the site file has no such sensor.
     */
    public void totals(String device, long in, long out, ObservationTime moment, OccupancyEffects effects) {
        hear(
                device,
                DeviceKind.LINE_COUNTER,
                moment,
                effects,
                (line, recount) -> SensorObservation.totals(line, in, out, moment, recount));
    }

    /** A line counter tells who has passed since its last message. */
    public void steps(String device, int in, int out, ObservationTime moment, OccupancyEffects effects) {
        hear(
                device,
                DeviceKind.LINE_COUNTER,
                moment,
                effects,
                (line, recount) -> SensorObservation.steps(line, in, out, moment, recount));
    }

    /** A counter tells how many people are in its zone. */
    public void present(String device, int people, ObservationTime moment, OccupancyEffects effects) {
        hear(
                device,
                DeviceKind.PEOPLE_COUNTER,
                moment,
                effects,
                (counter, recount) -> SensorObservation.people(counter, people, moment, recount));
    }

    /** A sensor tells whether somebody is at its desk. */
    public void presence(String device, boolean occupied, ObservationTime moment, OccupancyEffects effects) {
        hear(
                device,
                DeviceKind.PRESENCE,
                moment,
                effects,
                (seat, recount) -> SensorObservation.people(seat, occupied ? 1 : 0, moment, recount));
    }

    private void hear(
            String device,
            DeviceKind kind,
            ObservationTime moment,
            OccupancyEffects effects,
            BiConsumer<OccupancySensor, ZoneRecount> observation) {
        OccupancySensor sensor = layout.sensors.get(device);
        if (sensor == null || sensor.device.kind() != kind) {
            return;
        }
        later.settle(effects);
        ZoneRecount recount = new ZoneRecount(effects);
        sensor.touches.forEach(zone -> balances.prepare(zone, sensor, moment, recount));
        SensorState before = sensor.source();
        Integer shown = sensor.touches.get(0).shown.count();
        observation.accept(sensor, recount);
        recount.finish();
        health.heard(sensor, before, moment, recount);
        ZoneAccuracy.heard(sensor, shown, moment, recount);
        liveness.watch(sensor);
        sensor.touches.forEach(zone -> balances.watch(zone, moment.arrived()));
    }

    /** A person has counted a zone. The lines go on from this count; a zone without lines does not change. */
    public void set(String zone, int people, Instant now, OccupancyEffects effects) {
        ZoneNode node = layout.zones.get(zone);
        if (node != null && !node.lines.isEmpty()) {
            later.settle(effects);
            balances.begin(node, people, now, new ZoneRecount(effects));
        }
    }

    /**
     * A badge has led a person through a door.
     *
     * @param from the zone where badges placed the person before; null where they placed the person nowhere
     * @param to the zone to which the door leads, or outside
     */
    public void walked(@Nullable String from, String to, ObservationTime moment, OccupancyEffects effects) {
        later.settle(effects);
        balances.walk(layout.linedAround(from), layout.linedAround(to), moment, new ZoneRecount(effects));
    }

    /** A device says that it is online, or its last will says that the device is offline. */
    public void status(String device, boolean online, Instant now, OccupancyEffects effects) {
        later.settle(effects);
        ZoneRecount recount = new ZoneRecount(effects);
        for (OccupancySensor sensor : layout.behind.getOrDefault(device, List.of())) {
            boolean itself = sensor.device.id().equals(device);
            if (!online && (itself || !there.contains(sensor.device.id()))) {
                liveness.fail(sensor, now, recount);
            } else if (online && itself) {
                Liveness.sign(sensor, now, recount);
            }
            liveness.watch(sensor);
        }
    }

    /** A device has logged in. The login alone does not make the last value of the device believed again. */
    public void connected(String device) {
        if (there.add(device)) {
            layout.behind.getOrDefault(device, List.of()).forEach(liveness::connected);
        }
    }

    /**
     * A device's connection has ended. A clean goodbye is no failure: battery devices connect, send and sleep.
     *
     * @param failed true where the device did not say goodbye
     */
    public void gone(String device, boolean failed, Instant now, OccupancyEffects effects) {
        there.remove(device);
        later.settle(effects);
        ZoneRecount recount = new ZoneRecount(effects);
        layout.behind.getOrDefault(device, List.of()).forEach(sensor -> liveness.gone(sensor, failed, now, recount));
    }

    /** When {@link #tick} next has something to do; null where a sensor must be heard first. */
    public @Nullable Instant due() {
        return later.isEmpty()
                ? Deadlines.earliest(health.due(), Deadlines.earliest(liveness.due(), balances.due()))
                : Deadlines.AT_ONCE;
    }

    public void tick(Instant now, OccupancyEffects effects) {
        later.settle(effects);
        ZoneRecount recount = new ZoneRecount(effects);
        liveness.expire(now, recount);
        balances.tick(now, recount);
        health.tick(now, recount);
    }

    /**
     * The site file has changed. What is known of sensors and zones stays. A sensor that has left the site file, or
     * that another gateway brings now, is known again when the hub hears the sensor.
     */
    public void reload(SiteDefinition definition, Instant now, OccupancyEffects effects) {
        SensorLayout before = layout;
        layout = new SensorLayout(definition, now);
        health = new HealthWatch(definition.timeZone());
        balances = new BalanceUpkeep(definition, health);
        later.settle(effects);
        ZoneRecount recount = new ZoneRecount(effects);
        layout.takeOver(before, there, retired, now, recount);
        there.forEach(device -> layout.behind.getOrDefault(device, List.of()).forEach(OccupancySensor::connect));
        liveness = new Liveness(health);
        layout.sensors.values().forEach(liveness::watch);
        layout.takeOverZones(before, retiredBalances);
        for (ZoneNode zone : layout.zones.values()) {
            recount.zone(zone, now);
            balances.watch(zone, now);
        }
        recount.finish();
    }
}

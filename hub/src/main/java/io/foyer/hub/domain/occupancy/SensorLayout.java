package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which sensor measures which zone, by the site file. */
final class SensorLayout {
    final Map<String, ZoneNode> zones = new LinkedHashMap<>();
    final Map<String, OccupancySensor> sensors = new HashMap<>();

    /**
     * By device: the sensors that use the device's connection. These are the device itself and those that it brings.
     */
    final Map<String, List<OccupancySensor>> behind = new HashMap<>();

    private final Map<String, Set<String>> bringers = new HashMap<>();

    SensorLayout(SiteDefinition definition, Instant now) {
        definition.zones().keySet().forEach(zone -> add(definition, zone));
        for (Device device : definition.devices().values()) {
            OccupancySensor sensor = new OccupancySensor(
                    device, new SensorHealth(device, definition.zones().get(String.valueOf(device.zone())), now));
            Set<ZoneNode> touched = new LinkedHashSet<>();
            switch (device.kind()) {
                case PEOPLE_COUNTER, PRESENCE -> {
                    ZoneNode zone = zones.get(String.valueOf(device.zone()));
                    if (zone != null) {
                        (device.kind() == Device.DeviceKind.PRESENCE ? zone.presences : zone.counters).add(sensor);
                        touched.addAll(up(zone));
                    }
                }
                case LINE_COUNTER -> touched.addAll(cross(sensor));
                case READER, CONTROLLER, METER, GATEWAY -> {}
            }
            if (!touched.isEmpty()) {
                List<ZoneNode> deepestFirst = new ArrayList<>(touched);
                deepestFirst.sort((a, b) -> Integer.compare(up(b).size(), up(a).size()));
                sensor.touches = deepestFirst;
                sensors.put(device.id(), sensor);
            }
        }
        for (Device device : definition.devices().values()) {
            Set<String> ids = new LinkedHashSet<>(device.speaksFor());
            ids.forEach(id -> bringers.computeIfAbsent(id, brought -> new LinkedHashSet<>())
                    .add(device.id()));
            ids.add(device.id());
            List<OccupancySensor> own = new ArrayList<>();
            ids.forEach(id -> own.addAll(sensors.containsKey(id) ? List.of(sensors.get(id)) : List.of()));
            behind.put(device.id(), own);
        }
        deepestFirst().forEach(zone -> zone.children.removeIf(child -> !child.isMeasured()));
        RepeatedBorders.mark(zones.values(), sensors.values());
    }

    /**
     * Goes on with what the sensors of another layout knew. A sensor that has left the layout, or that another gateway
     * brings now, is known again when the hub hears the sensor.
     *
     * @param connected the devices that are connected
     * @param retired the last states of sensors that are in neither layout. Sensors that come back leave this map
     */
    void takeOver(
            SensorLayout before,
            Set<String> connected,
            Map<String, SensorState> retired,
            Instant now,
            ZoneRecount recount) {
        before.sensors.forEach((id, was) -> {
            boolean moved = !connected.contains(id) && !before.bringers(id).equals(bringers(id));
            if (moved || !sensors.containsKey(id)) {
                recount.source(was.lose(now));
            }
            if (!sensors.containsKey(id)) {
                HealthWatch.forget(was, now, recount);
            }
            if (was.source() != null && !sensors.containsKey(id)) {
                retired.put(id, was.source());
            }
        });
        sensors.forEach((id, sensor) -> {
            OccupancySensor was = before.sensors.get(id);
            SensorState known = retired.remove(id);
            if (was != null && was.device.kind() == sensor.device.kind()) {
                sensor.takeOver(was);
            } else if (was == null && known != null) {
                sensor.restore(known, now);
                Instant expired = sensor.expired(now);
                if (expired != null) {
                    sensor.end(expired);
                }
            }
        });
    }

    /** Goes on with what the zones of another layout knew; {@code retired} holds the balances of all zones. */
    void takeOverZones(SensorLayout before, Map<BalanceState.BalanceKey, BalanceState> retired) {
        before.zones.values().forEach(zone -> zone.balances()
                .forEach(balance -> retired.put(balance.state().key(), balance.state())));
        zones.forEach((id, zone) -> {
            zone.restore(retired);
            Optional.ofNullable(before.zones.get(id)).ifPresent(zone::takeOver);
        });
    }

    /**
     * Late counts may change what lies behind these points, which come in order of time. A sensor that ceased to stand
     * before the last hub's last sign of life has no effect on the past any more: that hub has told it.
     */
    void recall(List<CountPoint> points, Instant now) {
        Instant alive = Instant.MIN;
        for (CountPoint point : points) {
            ZoneNode zone = zones.get(point.zone());
            if (zone != null) {
                zone.recall(point);
            }
            alive = point.at();
        }
        for (OccupancySensor sensor : sensors.values()) {
            SensorState source = sensor.source();
            alive = source != null && source.heard().isAfter(alive) ? source.heard() : alive;
        }
        for (OccupancySensor sensor : sensors.values()) {
            Instant expired = sensor.expired(now);
            if (expired != null && !expired.isAfter(alive)) {
                sensor.end(expired);
            }
        }
    }

    Optional<OccupancySensor> sensor(String device) {
        return Optional.ofNullable(sensors.get(device));
    }

    /** The gateways that bring a device. */
    Set<String> bringers(String device) {
        return bringers.getOrDefault(device, Set.of());
    }

    /** The zones around a place that have a line at their border. */
    Set<ZoneNode> linedAround(@Nullable String place) {
        Set<ZoneNode> lined = new LinkedHashSet<>(up(place == null ? null : zones.get(place)));
        lined.removeIf(zone -> zone.lines.isEmpty());
        return lined;
    }

    private ZoneNode add(SiteDefinition definition, String id) {
        ZoneNode known = zones.get(id);
        if (known != null) {
            return known;
        }
        Zone zone = definition.zones().get(id);
        String above = zone == null ? null : zone.parent();
        ZoneNode parent = above == null ? null : add(definition, above);
        ZoneNode node = new ZoneNode(id, parent, zone == null ? null : zone.capacity());
        if (parent != null) {
            parent.children.add(node);
        }
        zones.put(id, node);
        return node;
    }

    /** Ties a line to the zones that hold exactly one of its ends. */
    private Set<ZoneNode> cross(OccupancySensor line) {
        List<ZoneNode> from = up(zones.get(String.valueOf(line.device.from())));
        List<ZoneNode> to = up(zones.get(String.valueOf(line.device.to())));
        Set<ZoneNode> touched = new LinkedHashSet<>();
        for (ZoneNode zone : to) {
            if (!from.contains(zone)) {
                boolean whole = zone == to.get(0) && isAround(zone, line.device.from());
                line.crossings.add(new LineCrossing(zone, true, whole, new LineStretch()));
            }
        }
        for (ZoneNode zone : from) {
            if (!to.contains(zone)) {
                boolean whole = zone == from.get(0) && isAround(zone, line.device.to());
                line.crossings.add(new LineCrossing(zone, false, whole, new LineStretch()));
            }
        }
        line.crossings.forEach(crossing -> {
            crossing.zone().lines.add(line);
            touched.addAll(up(crossing.zone()));
        });
        return touched;
    }

    private static boolean isAround(ZoneNode zone, @Nullable String other) {
        return zone.parent == null ? Zone.OUTSIDE.equals(other) : zone.parent.zone.equals(other);
    }

    /** The zone and all zones above it, from the inside out. */
    private static List<ZoneNode> up(@Nullable ZoneNode zone) {
        List<ZoneNode> path = new ArrayList<>();
        for (ZoneNode at = zone; at != null; at = at.parent) {
            path.add(at);
        }
        return path;
    }

    /** Every zone. Each zone comes before the zone above it. */
    List<ZoneNode> deepestFirst() {
        List<ZoneNode> all = new ArrayList<>(zones.values());
        Collections.reverse(all);
        return all;
    }
}

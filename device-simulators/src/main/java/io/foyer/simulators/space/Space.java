package io.foyer.simulators.space;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A site. All maps are in the order of the site file. What is asked often is worked out once. */
public final class Space {
    private final String site;
    private final ZoneId timeZone;
    private final Map<String, Zone> zones;
    private final List<Door> doors;
    private final List<Sensor> sensors;
    private final List<Meter> meters;
    private final Map<String, Plan> plans;
    private final Fleet fleet;
    private final Map<String, List<String>> paths = new HashMap<>();
    private final Map<String, List<Zone>> kinds = new HashMap<>();

    /**
     * Who connects.
     *
     * @param devices every device that is simulated
     * @param broughtBy the gateway of each device that one speaks for
     */
    record Fleet(Set<String> devices, Map<String, String> broughtBy) {}

    Space(
            String site,
            ZoneId timeZone,
            Map<String, Zone> zones,
            List<Door> doors,
            List<Sensor> sensors,
            List<Meter> meters,
            Map<String, Plan> plans,
            Fleet fleet) {
        this.site = site;
        this.timeZone = timeZone;
        this.zones = zones;
        this.doors = List.copyOf(doors);
        this.sensors = List.copyOf(sensors);
        this.meters = List.copyOf(meters);
        this.plans = plans;
        this.fleet = fleet;
        for (Zone zone : zones.values()) {
            paths.put(zone.id(), path(zone));
            kinds.computeIfAbsent(zone.kind(), kind -> new ArrayList<>()).add(zone);
        }
    }

    private List<String> path(Zone zone) {
        Set<String> path = new LinkedHashSet<>();
        Zone at = zone;
        while (at != null && path.add(at.id())) {
            at = at.parent() == null ? null : zones.get(at.parent());
        }
        return List.copyOf(path);
    }

    public String site() {
        return site;
    }

    public ZoneId timeZone() {
        return timeZone;
    }

    public Map<String, Zone> zones() {
        return zones;
    }

    public List<Door> doors() {
        return doors;
    }

    public List<Sensor> sensors() {
        return sensors;
    }

    public List<Meter> meters() {
        return meters;
    }

    public Map<String, Plan> plans() {
        return plans;
    }

    public Set<String> devices() {
        return fleet.devices;
    }

    /** The gateway of each device that one speaks for. */
    public Map<String, String> broughtBy() {
        return fleet.broughtBy;
    }

    /** The zone and all that hold it, from the inside out; of outside, nothing. */
    public List<String> up(String zone) {
        return paths.getOrDefault(zone, List.of());
    }

    /** True for a zone in itself, too. */
    public boolean isWithin(String zone, String holder) {
        return up(zone).contains(holder);
    }

    public @Nullable Zone floorOf(String zone) {
        for (String part : up(zone)) {
            Zone known = zones.get(part);
            if (known != null && known.isFloor()) {
                return known;
            }
        }
        return null;
    }

    /** The zones of a kind. */
    public List<Zone> ofKind(String kind) {
        return kinds.getOrDefault(kind, List.of());
    }

    public List<Meter> partsOf(String meter) {
        return meters.stream().filter(part -> meter.equals(part.parent())).toList();
    }

    /** Places for people in all: those of the zones that no other zone holds. */
    public int capacity() {
        return zones.values().stream()
                .filter(zone -> zone.parent() == null)
                .mapToInt(Zone::capacity)
                .sum();
    }

    static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        things.forEach(thing -> map.put(id.apply(thing), thing));
        return map;
    }
}

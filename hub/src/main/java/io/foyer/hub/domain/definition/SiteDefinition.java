package io.foyer.hub.domain.definition;

import io.foyer.hub.domain.tariff.TariffRegister;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One site as its site file describes it. The file has passed all checks: every id that it names exists. */
public record SiteDefinition(
        String site,
        BilingualText name,
        ZoneId timeZone,
        String currency,
        Map<String, Zone> zones,
        Map<String, Door> doors,
        Map<String, Device> devices,
        Map<String, Meter> meters,
        Map<String, Schedule> schedules,
        Map<String, Plan> plans,
        AccessPolicy access,
        TariffRegister tariffs,
        BillingPolicy billing,
        EnergyTerms energy) {

    public SiteDefinition {
        zones = ordered(zones);
        doors = ordered(doors);
        devices = ordered(devices);
        meters = ordered(meters);
        schedules = ordered(schedules);
        plans = ordered(plans);
    }

    /** A site with the default policies, without tariffs and terms of energy. */
    public SiteDefinition(
            String site,
            BilingualText name,
            ZoneId timeZone,
            String currency,
            Map<String, Zone> zones,
            Map<String, Door> doors,
            Map<String, Device> devices,
            Map<String, Meter> meters,
            Map<String, Schedule> schedules,
            Map<String, Plan> plans) {
        this(
                site,
                name,
                timeZone,
                currency,
                zones,
                doors,
                devices,
                meters,
                schedules,
                plans,
                AccessPolicy.DEFAULT,
                TariffRegister.NONE,
                BillingPolicy.DEFAULT,
                EnergyTerms.NONE);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Items by id, in the order of the list. */
    public static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        items.forEach(item -> map.put(id.apply(item), item));
        return map;
    }

    /** The readers, contacts and controllers of a door. */
    public Stream<Device> devicesAt(String door) {
        return devices.values().stream().filter(device -> door.equals(device.door()));
    }

    /** True where {@code zone} is one of these zones or lies in one of them. */
    public boolean isWithinAny(String zone, List<String> ancestors) {
        for (@Nullable Zone at = zones.get(zone);
                at != null;
                at = at.parent() == null ? null : zones.get(at.parent())) {
            if (ancestors.contains(at.id())) {
                return true;
            }
        }
        return false;
    }

    /** A zone and all zones around it, from the inside out; empty for {@code outside}. */
    public List<Zone> around(String zone) {
        List<Zone> around = new ArrayList<>(4);
        for (@Nullable Zone at = zones.get(zone);
                at != null;
                at = at.parent() == null ? null : zones.get(at.parent())) {
            around.add(at);
        }
        return around;
    }

    /** The zones that a person enters on the way from one zone to another, from the inside out. */
    public List<Zone> entered(String from, String to) {
        List<Zone> entered = around(to);
        entered.removeIf(zone -> isWithin(from, zone.id()));
        return entered;
    }

    /** True where {@code zone} is {@code ancestor} or lies in {@code ancestor}. */
    public boolean isWithin(String zone, String ancestor) {
        for (@Nullable Zone at = zones.get(zone);
                at != null;
                at = at.parent() == null ? null : zones.get(at.parent())) {
            if (at.id().equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}

package io.foyer.hub.config;

import io.foyer.hub.config.SiteFile.ZoneEntry;
import io.foyer.hub.domain.definition.Zone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the zones of a site file. */
final class ZoneEntries {
    private final List<ZoneEntry> entries;
    private final FaultList faults;

    ZoneEntries(List<ZoneEntry> entries, FaultList faults) {
        this.entries = entries;
        this.faults = faults;
    }

    /** The zones by id, in the order of the file. */
    Map<String, Zone> check() {
        Map<String, Zone> zones = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(Set.of(Zone.OUTSIDE));
        for (int i = 0; i < entries.size(); i++) {
            ZoneEntry entry = entries.get(i);
            String path = "/zones/" + i;
            String id = faults.id(path, entry.id(), "zone", taken);
            zones.put(
                    id,
                    new Zone(
                            id,
                            entry.parent(),
                            entry.kind() == null ? "zone" : entry.kind(),
                            SiteFile.text(entry.name(), id),
                            entry.shortName() == null ? null : SiteFile.text(entry.shortName(), id),
                            entry.capacity() == null
                                    ? null
                                    : faults.within(path + "/capacity", entry.capacity(), 1, 100_000, 1),
                            entry.areaM2() == null
                                    ? null
                                    : faults.within(path + "/areaM2", entry.areaM2(), 0.1, 1e7, 1.0),
                            entry.plan(),
                            control(path, id, entry)));
        }
        if (zones.isEmpty()) {
            faults.add("/zones", "the site has no zone", "Add at least `zones: [{id: house, kind: house}]`.");
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).parent() != null) {
                faults.known("/zones/" + i + "/parent", entries.get(i).parent(), zones, "zone");
            }
        }
        faults.refuseCycles("/zones/", "zone", List.copyOf(zones.keySet()), id -> {
            Zone zone = zones.get(id);
            return zone == null ? null : zone.parent();
        });
        return zones;
    }

    private Zone.ZoneControl control(String path, String id, ZoneEntry entry) {
        boolean hardLimit = Boolean.TRUE.equals(entry.hardLimit());
        if (hardLimit && entry.capacity() == null) {
            faults.add(path + "/hardLimit", "zone `" + id + "` has a hard limit but no capacity", "Set its capacity.");
        }
        return new Zone.ZoneControl(
                hardLimit,
                entry.antiPassback() == null ? Zone.AntiPassback.OFF : entry.antiPassback(),
                entry.forgiveMinutes() == null
                        ? null
                        : Duration.ofMinutes(
                                faults.within(path + "/forgiveMinutes", entry.forgiveMinutes(), 1, 10_080, 1)),
                entry.booking() == SiteFile.BookingRule.REQUIRED);
    }

    /** The zones on the two sides of a door or a line: all zones, and outside. */
    static Map<String, Zone> sides(Map<String, Zone> zones) {
        Map<String, Zone> sides = new HashMap<>(zones);
        sides.put(
                Zone.OUTSIDE,
                new Zone(Zone.OUTSIDE, null, "outside", SiteFile.text(null, Zone.OUTSIDE), null, null, null, null));
        return sides;
    }

    /** The drawings by zone. A drawing lies below the configuration folder. */
    Map<String, Path> drawings(Map<String, Zone> zones, Path folder) {
        Map<String, Path> drawings = new HashMap<>();
        int i = 0;
        for (Zone zone : zones.values()) {
            if (zone.plan() != null) {
                Path drawing = folder.resolve(zone.plan()).normalize();
                if (!drawing.startsWith(folder) || !Files.isRegularFile(drawing)) {
                    faults.add(
                            "/zones/" + i + "/plan",
                            "there is no drawing `" + zone.plan() + "`",
                            "Put the SVG file below the configuration folder.");
                }
                drawings.put(zone.id(), drawing);
            }
            i++;
        }
        return drawings;
    }
}

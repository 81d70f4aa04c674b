package io.foyer.hub.config;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Zone;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The meters of a site file. */
final class MeterEntries {
    /** In kWh, m³ or bytes. More would not fit a register in mWh or ml. */
    private static final double MOST = 1e12;

    private MeterEntries() {}

    static Map<String, Meter> check(List<SiteFile.MeterEntry> entries, Map<String, Zone> zones, FaultList faults) {
        Map<String, Meter> meters = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            SiteFile.MeterEntry entry = entries.get(i);
            String path = "/meters/" + i;
            String id = faults.id(path, entry.id(), "meter", taken);
            faults.known(path + "/zone", entry.zone(), zones, "zone");
            if (entry.medium() == null) {
                faults.add(path, "meter `" + id + "` has no medium", "Set it to electricity, water or network.");
            }
            meters.put(
                    id,
                    new Meter(
                            id,
                            entry.medium() == null ? Meter.Medium.ELECTRICITY : entry.medium(),
                            entry.parent(),
                            String.valueOf(entry.zone()),
                            entry.system(),
                            entry.name() == null ? null : SiteFile.text(entry.name(), id),
                            entry.maxPowerW() == null
                                    ? null
                                    : faults.within(path + "/maxPowerW", entry.maxPowerW(), 1.0, 1e9, 1.0),
                            entry.registerMax() == null
                                    ? null
                                    : faults.within(path + "/registerMax", entry.registerMax(), 1.0, MOST, 1.0)));
        }
        for (int i = 0; i < entries.size(); i++) {
            String parent = entries.get(i).parent();
            if (parent != null) {
                faults.known("/meters/" + i + "/parent", parent, meters, "meter");
                Meter above = meters.get(parent);
                if (above != null
                        && entries.get(i).medium() != null
                        && above.medium() != entries.get(i).medium()) {
                    faults.add(
                            "/meters/" + i + "/parent",
                            "meter `" + parent + "` measures another medium",
                            "Name a meter of the same medium.");
                }
            }
        }
        faults.refuseCycles("/meters/", "meter", List.copyOf(meters.keySet()), id -> {
            Meter meter = meters.get(id);
            return meter == null ? null : meter.parent();
        });
        return meters;
    }
}

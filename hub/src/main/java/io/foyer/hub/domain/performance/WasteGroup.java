package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The electricity of one system in one zone. Each kWh of a site belongs to exactly one group: what a meter measures and no
 * meter below it measures belongs to the meter's own zone and system.
 *
 * @param system null where the site file names none
 * @param signs by meter: 1 where its use counts, -1 where another group has it
 */
public record WasteGroup(String zone, @Nullable String system, Map<String, Integer> signs) {
    public WasteGroup {
        signs = Map.copyOf(signs);
    }

    private record ZoneSystem(String zone, @Nullable String system) {}

    public static List<WasteGroup> of(SiteDefinition site) {
        Map<ZoneSystem, Map<String, Integer>> signs = new LinkedHashMap<>();
        for (Meter meter : site.meters().values()) {
            if (meter.medium() == Meter.Medium.ELECTRICITY) {
                add(signs, meter, meter.id(), 1);
                Meter parent = meter.parent() == null ? null : site.meters().get(meter.parent());
                if (parent != null) {
                    add(signs, parent, meter.id(), -1);
                }
            }
        }
        List<WasteGroup> groups = new ArrayList<>();
        signs.forEach((place, meters) -> {
            meters.values().removeIf(sign -> sign == 0);
            groups.add(new WasteGroup(place.zone(), place.system(), meters));
        });
        return groups;
    }

    private static void add(Map<ZoneSystem, Map<String, Integer>> signs, Meter place, String meter, int sign) {
        signs.computeIfAbsent(new ZoneSystem(place.zone(), place.system()), key -> new LinkedHashMap<>())
                .merge(meter, sign, Integer::sum);
    }

    public Set<String> meters() {
        return signs.keySet();
    }
}

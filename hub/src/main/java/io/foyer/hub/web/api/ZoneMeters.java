package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the meters that together measure a zone. */
final class ZoneMeters {
    private ZoneMeters() {}

    /** The meters of a medium in the zone that stand under no other meter in it. So nothing counts twice. */
    static Set<String> topmost(SiteDefinition definition, String zone, Meter.Medium medium) {
        return definition.meters().values().stream()
                .filter(meter -> meter.medium() == medium && definition.isWithin(meter.zone(), zone))
                .filter(meter -> !isBehindAnother(definition, zone, meter))
                .map(Meter::id)
                .collect(Collectors.toSet());
    }

    private static boolean isBehindAnother(SiteDefinition definition, String zone, Meter meter) {
        for (@Nullable String id = meter.parent(); id != null; ) {
            Meter parent = definition.meters().get(id);
            if (parent == null) {
                return false;
            }
            if (parent.medium() == meter.medium() && definition.isWithin(parent.zone(), zone)) {
                return true;
            }
            id = parent.parent();
        }
        return false;
    }
}

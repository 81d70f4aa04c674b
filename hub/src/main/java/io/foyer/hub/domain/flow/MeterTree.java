package io.foyer.hub.domain.flow;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The meters of one medium, each below the meter upstream, in the order of the site file. */
public record MeterTree(SiteDefinition definition, Meter.Medium medium) {

    public Set<String> ids() {
        return all().stream().map(Meter::id).collect(Collectors.toSet());
    }

    /** The main meters: no meter of the medium is upstream. */
    public List<Meter> roots() {
        return all().stream().filter(meter -> parent(meter) == null).toList();
    }

    public List<Meter> below(Meter meter) {
        return all().stream().filter(one -> meter.equals(parent(one))).toList();
    }

    private List<Meter> all() {
        return definition.meters().values().stream()
                .filter(meter -> meter.medium() == medium)
                .toList();
    }

    private @Nullable Meter parent(Meter meter) {
        Meter parent = meter.parent() == null ? null : definition.meters().get(meter.parent());
        return parent != null && parent.medium() == medium ? parent : null;
    }

    /** True where the zone of {@code meter} is the zone of {@code other} or lies in it. */
    boolean isWithin(Meter meter, Meter other) {
        return definition.isWithin(meter.zone(), other.zone());
    }

    /** True where no device measures the meter, so that people read it. */
    boolean isReadByHand(Meter meter) {
        return definition.devices().values().stream()
                .noneMatch(device -> meter.id().equals(device.meter()));
    }

    /** The floor on which a meter measures; null where it measures the house. */
    @Nullable Zone floor(Meter meter) {
        return definition.around(meter.zone()).stream()
                .filter(zone -> Objects.equals(zone.kind(), "floor"))
                .findFirst()
                .orElse(null);
    }
}

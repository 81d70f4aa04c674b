package io.foyer.hub.backtest;

import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.occupancy.ObservationTime;
import io.foyer.hub.domain.occupancy.Occupancy;
import io.foyer.hub.domain.occupancy.ZoneCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the hub shows of each zone while sensors speak, from the first second on. The time passes with the messages. */
final class CountedZones {
    private final Occupancy occupancy;
    private final Map<String, TreeMap<Instant, ZoneCount>> shown = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private Instant now;

    CountedZones(SiteDefinition definition, Instant start) {
        occupancy = Occupancy.restored(definition, List.of(), List.of(), List.of(), start);
        occupancy.recall(List.of(), start);
        now = start;
        definition.devices().keySet().forEach(occupancy::connected);
    }

    void totals(String device, long in, long out, Instant at, Instant due) {
        pass(due);
        keep(effects -> occupancy.totals(device, in, out, moment(at, due), effects));
    }

    void steps(String device, int in, int out, Instant at, Instant due) {
        pass(due);
        keep(effects -> occupancy.steps(device, in, out, moment(at, due), effects));
    }

    void present(String device, int people, Instant at, Instant due) {
        pass(due);
        keep(effects -> occupancy.present(device, people, moment(at, due), effects));
    }

    void presence(String device, boolean occupied, Instant at, Instant due) {
        pass(due);
        keep(effects -> occupancy.presence(device, occupied, moment(at, due), effects));
    }

    void walked(@Nullable String from, String to, Instant at, Instant due) {
        pass(due);
        keep(effects -> occupancy.walked(from, to, moment(at, due), effects));
    }

    void lost(String device, Instant at) {
        pass(at);
        keep(effects -> occupancy.gone(device, true, at, effects));
    }

    void returned(String device, Instant at) {
        pass(at);
        occupancy.connected(device);
    }

    /** What was shown of a zone at an instant; null where the zone was unknown. */
    @Nullable Integer count(String zone, Instant at) {
        ZoneCount standing = shown(zone, at);
        return standing == null ? null : standing.count();
    }

    /** The same with its range. */
    @Nullable ZoneCount shown(String zone, Instant at) {
        Map.Entry<Instant, ZoneCount> standing =
                shown.getOrDefault(zone, new TreeMap<>()).floorEntry(at);
        return standing == null || standing.getValue().count() == null ? null : standing.getValue();
    }

    /** What was told to be wrong with sensors, in the order in which it began. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private static ObservationTime moment(Instant at, Instant due) {
        return new ObservationTime(at, due, true);
    }

    private void keep(Consumer<Effects> signal) {
        Effects effects = new Effects();
        signal.accept(effects);
        effects.zones().forEach(this::show);
        effects.faults().stream()
                .filter(fault -> fault.until() == null)
                .forEach(fault -> faults.add(fault.since() + " " + fault.device() + " " + fault.kind() + ": "
                        + fault.evidence().en()));
    }

    private void pass(Instant until) {
        for (Instant due = occupancy.due(); due != null && !due.isAfter(until); due = occupancy.due()) {
            now = due.isAfter(now) ? due : now;
            keep(effects -> occupancy.tick(now, effects));
        }
        now = until.isAfter(now) ? until : now;
    }

    private void show(ZoneCount zone) {
        shown.computeIfAbsent(zone.zone(), key -> new TreeMap<>()).put(now, zone);
    }
}

package io.foyer.hub.backtest;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.occupancy.AccuracyState;
import io.foyer.hub.domain.occupancy.BalanceState;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.ObservationTime;
import io.foyer.hub.domain.occupancy.Occupancy;
import io.foyer.hub.domain.occupancy.OccupancyEffects;
import io.foyer.hub.domain.occupancy.SensorFault;
import io.foyer.hub.domain.occupancy.SensorState;
import io.foyer.hub.domain.occupancy.ZoneCount;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the hub shows of each zone while sensors speak, from the first second on. The time passes with the messages. */
final class CountedZones implements OccupancyEffects {
    private final Occupancy occupancy;
    private final Map<String, TreeMap<Instant, Integer>> shown = new HashMap<>();
    private Instant now;
    private int faults;

    CountedZones(SiteDefinition definition, Instant start) {
        occupancy = Occupancy.restored(definition, List.of(), List.of(), List.of(), start);
        occupancy.recall(List.of(), start);
        now = start;
        definition.devices().keySet().forEach(occupancy::connected);
    }

    void totals(String device, long in, long out, Instant at, Instant due) {
        occupancy.totals(device, in, out, moment(at, due), this);
    }

    void steps(String device, int in, int out, Instant at, Instant due) {
        occupancy.steps(device, in, out, moment(at, due), this);
    }

    void present(String device, int people, Instant at, Instant due) {
        occupancy.present(device, people, moment(at, due), this);
    }

    void presence(String device, boolean occupied, Instant at, Instant due) {
        occupancy.presence(device, occupied, moment(at, due), this);
    }

    void walked(@Nullable String from, String to, Instant at, Instant due) {
        pass(due);
        occupancy.walked(from, to, at, this);
    }

    void lost(String device, Instant at) {
        pass(at);
        occupancy.gone(device, true, at, this);
    }

    void returned(String device, Instant at) {
        pass(at);
        occupancy.connected(device);
    }

    /** What was shown of a zone at an instant; null where the zone was unknown. */
    @Nullable Integer count(String zone, Instant at) {
        Map.Entry<Instant, Integer> standing =
                shown.getOrDefault(zone, new TreeMap<>()).floorEntry(at);
        return standing == null || standing.getValue() < 0 ? null : standing.getValue();
    }

    /** How often a sensor was found faulty. */
    int faults() {
        return faults;
    }

    private ObservationTime moment(Instant at, Instant due) {
        pass(due);
        return new ObservationTime(at, due, true);
    }

    private void pass(Instant until) {
        for (Instant due = occupancy.due(); due != null && !due.isAfter(until); due = occupancy.due()) {
            now = due.isAfter(now) ? due : now;
            occupancy.tick(now, this);
        }
        now = until.isAfter(now) ? until : now;
    }

    @Override
    public void show(ZoneCount zone) {
        Integer count = zone.count();
        shown.computeIfAbsent(zone.zone(), key -> new TreeMap<>()).put(now, count == null ? -1 : count);
    }

    @Override
    public void counted(CountPoint point) {}

    @Override
    public void passed(String zone, Instant at, int entries, int exits) {}

    @Override
    public void shifted(String zone, Instant from, @Nullable Instant until, int delta) {}

    @Override
    public void source(SensorState source) {}

    @Override
    public void fault(SensorFault fault) {
        faults++;
    }

    @Override
    public void accuracy(AccuracyState state) {}

    @Override
    public void balance(BalanceState state) {}
}

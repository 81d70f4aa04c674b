package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a journal keeps of the counts of zones, in memory. */
public final class StepFunctions implements OccupancyChanges {
    public final Map<String, TreeMap<Instant, CountPoint>> points = new TreeMap<>();

    private TreeMap<Instant, CountPoint> of(String zone) {
        return points.computeIfAbsent(zone, any -> new TreeMap<>());
    }

    @Override
    public void counted(CountPoint point) {
        of(point.zone())
                .merge(
                        point.at(),
                        point,
                        (a, b) -> new CountPoint(
                                b.zone(), b.at(), b.count(), a.entries() + b.entries(), a.exits() + b.exits()));
    }

    @Override
    public void passed(String zone, Instant at, int entries, int exits) {
        Map.Entry<Instant, CountPoint> before = of(zone).floorEntry(at);
        counted(new CountPoint(
                zone, at, before == null ? null : before.getValue().count(), entries, exits));
    }

    @Override
    public void shifted(String zone, Instant from, @Nullable Instant until, int delta) {
        Instant end = until == null ? Instant.MAX : until;
        if (!from.isBefore(end)) {
            return;
        }
        for (Instant edge : List.of(from, end)) {
            Map.Entry<Instant, CountPoint> before = of(zone).floorEntry(edge);
            if (before != null && before.getValue().count() != null && !edge.equals(Instant.MAX)) {
                of(zone).putIfAbsent(
                                edge,
                                new CountPoint(zone, edge, before.getValue().count(), 0, 0));
            }
        }
        of(zone).subMap(from, end).replaceAll((at, point) -> higher(point, delta));
    }

    private static CountPoint higher(CountPoint point, int delta) {
        Integer count = point.count();
        return count == null
                ? point
                : new CountPoint(point.zone(), point.at(), Math.max(0, count + delta), point.entries(), point.exits());
    }

    @Override
    public void source(SensorState source) {}

    @Override
    public void balance(BalanceState state) {}

    @Override
    public void accuracy(AccuracyState state) {}
}

package io.foyer.hub.store;

import io.foyer.hub.domain.occupancy.AccuracyState;
import io.foyer.hub.domain.occupancy.BalanceState;
import io.foyer.hub.domain.occupancy.BalanceState.BalanceSource;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.OccupancyChanges;
import io.foyer.hub.domain.occupancy.SensorState;
import io.foyer.hub.domain.occupancy.SensorState.DoubtedTotals;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes how many people are where. A shift moves only the points before it in the batch. So the points after a shift
 * go into a later group of the batch.
 */
final class OccupancyRows implements OccupancyChanges {
    private final SiteKeys keys;
    private final BatchRows rows;
    /** By zone: the group of the zone's next point. Each shift raises it. */
    private final Map<Integer, Integer> shifts = new HashMap<>();

    private final Map<Integer, Integer> points = new HashMap<>();
    private final Set<ChangedStretch> changed = new LinkedHashSet<>();
    private int lastGroup;

    /** A stretch of a zone's time in which points have changed, both ends included; without an end where null. */
    private record ChangedStretch(
            int zone, Instant from, @Nullable Instant until) {
        /** The shortest step that holds an instant. */
        static ChangedStretch of(int zone, Instant at) {
            Instant start = StepSize.FIVE_MINUTES.startOf(at);
            return new ChangedStretch(
                    zone, start, start.plus(StepSize.FIVE_MINUTES.length()).minus(1, ChronoUnit.MICROS));
        }
    }

    OccupancyRows(SiteKeys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void counted(CountPoint point) {
        int zone = keys.zone(point.zone());
        int group = group(zone);
        rows.merge(
                group,
                Table.ZONE_POINT,
                (before, now) -> new Object[] {now[0], now[1], now[2], sum(before[3], now[3]), sum(before[4], now[4])},
                zone,
                RowTimes.toRow(point.at()),
                point.count(),
                point.entries(),
                point.exits());
        changed.add(ChangedStretch.of(zone, point.at()));
    }

    @Override
    public void passed(String zone, Instant at, int entries, int exits) {
        int key = keys.zone(zone);
        rows.merge(
                group(key),
                Table.ZONE_PASSAGE,
                (before, now) -> new Object[] {now[0], now[1], sum(before[2], now[2]), sum(before[3], now[3])},
                key,
                RowTimes.toRow(at),
                entries,
                exits);
        changed.add(ChangedStretch.of(key, at));
    }

    @Override
    public void shifted(String zone, Instant from, @Nullable Instant until, int delta) {
        int key = keys.zone(zone);
        int group = points.getOrDefault(key, 0);
        shifts.put(key, group + 1);
        rows.row(group, Table.ZONE_SHIFT, key, RowTimes.toRow(from), RowTimes.toRowOrNull(until), delta);
        changed.add(new ChangedStretch(key, from, until));
        lastGroup = Math.max(lastGroup, group);
    }

    private int group(int zone) {
        int group = shifts.getOrDefault(zone, 0);
        points.put(zone, group);
        lastGroup = Math.max(lastGroup, group);
        return group;
    }

    /** Ends the batch. The next changes belong to the next batch. */
    void finish() {
        changed.forEach(stretch -> rows.row(
                lastGroup,
                Table.ZONE_ROLL_UP,
                stretch.zone(),
                RowTimes.toRow(stretch.from()),
                RowTimes.toRowOrNull(stretch.until())));
    }

    private static int sum(Object before, Object now) {
        long sum = (long) (int) before + (int) now;
        if (sum != (int) sum) {
            throw new RefusedContent("more passages in one instant than a count can hold");
        }
        return (int) sum;
    }

    @Override
    public void source(SensorState source) {
        DoubtedTotals doubted = source.doubted();
        rows.row(
                Table.SOURCE_STATE,
                keys.device(source.device()),
                source.present(),
                source.totalIn(),
                source.totalOut(),
                doubted == null ? null : doubted.in(),
                doubted == null ? null : doubted.out(),
                RowTimes.toRow(source.since()),
                RowTimes.toRow(source.at()),
                RowTimes.toRow(source.heard()),
                source.failed());
    }

    @Override
    public void balance(BalanceState state) {
        rows.row(
                Table.BALANCE_STATE,
                keys.zone(state.zone()),
                state.source() == BalanceSource.BADGES,
                state.people(),
                state.variance(),
                state.entries(),
                state.exits(),
                state.sure(),
                state.seen(),
                state.learned().leavers(),
                state.learned().entries(),
                state.learned().exits(),
                state.learned().squares(),
                RowTimes.toRow(state.since()),
                RowTimes.toRow(state.passed()),
                state.lineError(),
                state.stayError(),
                ArrivalText.of(state.arrivals()));
    }

    @Override
    public void accuracy(AccuracyState state) {
        rows.row(
                Table.ACCURACY_STATE,
                keys.zone(state.zone()),
                state.hours(),
                state.one(),
                state.tenPercent(),
                RowTimes.toRow(state.at()));
    }
}

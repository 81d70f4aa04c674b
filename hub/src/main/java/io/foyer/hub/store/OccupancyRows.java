package io.foyer.hub.store;

import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.OccupancyChanges;
import io.foyer.hub.domain.occupancy.SensorState;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import java.time.Instant;

/** Writes how many people are where. */
final class OccupancyRows implements OccupancyChanges {
    private final SiteKeys keys;
    private final BatchRows rows;

    OccupancyRows(SiteKeys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void counted(CountPoint point) {
        rows.merge(
                Table.ZONE_POINT,
                (before, now) -> new Object[] {now[0], now[1], now[2], sum(before[3], now[3]), sum(before[4], now[4])},
                keys.zone(point.zone()),
                RowTimes.toRow(point.at()),
                point.count(),
                point.entries(),
                point.exits());
    }

    @Override
    public void passed(String zone, Instant at, int entries, int exits) {
        rows.merge(
                Table.ZONE_PASSAGE,
                (before, now) -> new Object[] {now[0], now[1], sum(before[2], now[2]), sum(before[3], now[3])},
                keys.zone(zone),
                RowTimes.toRow(at),
                entries,
                exits);
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
        rows.row(
                Table.SOURCE_STATE,
                keys.device(source.device()),
                source.present(),
                source.totalIn(),
                source.totalOut(),
                RowTimes.toRow(source.at()),
                RowTimes.toRow(source.heard()),
                source.failed());
    }

    @Override
    public void flow(String zone, int people) {
        rows.row(Table.FLOW_STATE, keys.zone(zone), people);
    }
}

package io.foyer.hub.store;

import io.foyer.hub.domain.occupancy.OccupancyChanges;
import io.foyer.hub.domain.occupancy.Point;
import io.foyer.hub.domain.occupancy.Source;
import io.foyer.hub.store.Registry.Keys;
import java.time.Instant;

/** Writes how many people are where. */
final class OccupancyRows implements OccupancyChanges {
    private final Keys keys;
    private final BatchRows rows;

    OccupancyRows(Keys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void counted(Point point) {
        rows.merge(
                Table.ZONE_POINT,
                (before, now) -> new Object[] {now[0], now[1], now[2], sum(before[3], now[3]), sum(before[4], now[4])},
                keys.zone(point.zone()),
                Times.toRow(point.at()),
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
                Times.toRow(at),
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
    public void source(Source source) {
        rows.row(
                Table.SOURCE_STATE,
                keys.device(source.device()),
                source.present(),
                source.totalIn(),
                source.totalOut(),
                Times.toRow(source.at()),
                Times.toRow(source.heard()),
                source.failed());
    }

    @Override
    public void flow(String zone, int people) {
        rows.row(Table.FLOW_STATE, keys.zone(zone), people);
    }
}

package io.foyer.hub.store;

import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.ZoneStep;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.vertx.sqlclient.Row;

/**
 * Reads the past of a zone: the rows in a range, and the last row before the range, which says how the range begins.
 */
final class ZoneQueries {
    static final String POINTS = """
            WITH place AS (SELECT z.key FROM zone z JOIN site s ON s.key = z.site WHERE s.id = $1 AND z.id = $2)
            SELECT at, count, entries, exits FROM (
              (SELECT * FROM zone_point WHERE zone = (SELECT key FROM place) AND at < $3 ORDER BY at DESC LIMIT 1)
              UNION ALL
              (SELECT * FROM zone_point WHERE zone = (SELECT key FROM place) AND at >= $3 AND at < $4)) p
            ORDER BY at""";

    static final String STEPS = """
            WITH place AS (SELECT z.key FROM zone z JOIN site s ON s.key = z.site WHERE s.id = $1 AND z.id = $2)
            SELECT start, newest, count, people, known, used, most, entries, exits FROM (
              (SELECT * FROM zone_step WHERE zone = (SELECT key FROM place) AND seconds = $3 AND start < $4
               ORDER BY start DESC LIMIT 1)
              UNION ALL
              (SELECT * FROM zone_step WHERE zone = (SELECT key FROM place) AND seconds = $3 AND start >= $4
               AND start < $5)) p
            ORDER BY start""";

    private ZoneQueries() {}

    static CountPoint point(String zone, Row row) {
        return new CountPoint(
                zone,
                RowTimes.of(row, "at"),
                row.getInteger("count"),
                row.getInteger("entries"),
                row.getInteger("exits"));
    }

    static ZoneStep step(StepSize size, Row row) {
        return new ZoneStep(
                RowTimes.of(row, "start"),
                size,
                RowTimes.of(row, "newest"),
                row.getInteger("count"),
                row.getLong("people"),
                row.getLong("known"),
                row.getLong("used"),
                row.getInteger("most"),
                row.getLong("entries"),
                row.getLong("exits"));
    }
}

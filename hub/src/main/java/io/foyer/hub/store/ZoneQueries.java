package io.foyer.hub.store;

import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.ZoneStep;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.vertx.sqlclient.Row;

/**
 * Reads the past of a zone: the rows in a range, and the last row before the range, which says how the range begins.
 */
final class ZoneQueries {
    /**
     * A quarter-hour of one state throughout is one row; of the others the points are read, and their end, which outlives
     * the points. So are the points of the quarter-hour that runs. $3 begins a quarter-hour.
     */
    static final String PRESENCE = """
            WITH place AS (SELECT z.key FROM zone z JOIN site s ON s.key = z.site WHERE s.id = $1 AND z.id = $2),
            part AS (
              SELECT *, known IN (0, 900000000) AND used IN (0, 900000000) AS even FROM (
                (SELECT * FROM zone_step WHERE zone = (SELECT key FROM place) AND seconds = 900 AND start < $3
                 ORDER BY start DESC LIMIT 1)
                UNION ALL
                (SELECT * FROM zone_step WHERE zone = (SELECT key FROM place) AND seconds = 900 AND start >= $3
                 AND start < $4)) s)
            SELECT start AS at, CASE WHEN known > 0 THEN (used > 0)::int END AS count FROM part WHERE even
            UNION ALL
            SELECT p.at, p.count FROM part CROSS JOIN LATERAL (
              SELECT at, count FROM zone_point
              WHERE zone = part.zone AND at >= part.start AND at < part.start + interval '15 minutes') p
            WHERE NOT part.even
            UNION ALL
            SELECT newest, count FROM part WHERE NOT even
            UNION ALL
            SELECT at, count FROM zone_point
            WHERE zone = (SELECT key FROM place) AND at >=\s""" + rolledUntil("(SELECT key FROM place)", "900") + """
              AND at < $4
            ORDER BY at""";

    static final String STEPS = """
            WITH place AS (SELECT z.key FROM zone z JOIN site s ON s.key = z.site WHERE s.id = $1 AND z.id = $2),
            step AS (
              SELECT DISTINCT zone, $3::int4 AS seconds, date_bin($3 * interval '1 second', at, 'epoch') AS start,
                     date_bin($3 * interval '1 second', at, 'epoch') + $3 * interval '1 second' AS stop
              FROM zone_point
              WHERE zone = (SELECT key FROM place) AND at >=\s""" + rolledUntil("(SELECT key FROM place)", "$3") + """
                AND at < $5),
            """ + StepSums.OF_POINTS + """
            SELECT start, newest, count, people, known, used, most, entries, exits FROM (
              (SELECT * FROM zone_step WHERE zone = (SELECT key FROM place) AND seconds = $3 AND start < $4
               ORDER BY start DESC LIMIT 1)
              UNION ALL
              (SELECT * FROM zone_step WHERE zone = (SELECT key FROM place) AND seconds = $3 AND start >= $4
               AND start < $5)
              UNION ALL TABLE fold) p
            WHERE start >= coalesce((SELECT max(start) FROM fold WHERE start < $4), '-infinity')
            ORDER BY start""";

    /** The end of a zone's newest step that is rolled up. */
    static String rolledUntil(String zone, String seconds) {
        return """
                coalesce((
                  SELECT start + seconds * interval '1 second' FROM zone_step
                  WHERE zone = %s AND seconds = %s ORDER BY start DESC LIMIT 1), '-infinity')
                """.formatted(zone, seconds);
    }

    private ZoneQueries() {}

    /** The state of a zone from an instant on. */
    static CountPoint presence(String zone, Row row) {
        return new CountPoint(zone, RowTimes.of(row, "at"), row.getInteger("count"), 0, 0);
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

package io.foyer.hub.store;

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
}

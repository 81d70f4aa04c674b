package io.foyer.hub.store;

/** What keeps the step functions of zones. */
final class ZoneStatements {
    /** Points of one instant are one point: the newest count, and everybody who passed. */
    static final String POINT = """
            INSERT INTO zone_point AS p (zone, at, count, entries, exits)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::int4[]), unnest($4::int4[]),
                   unnest($5::int4[])
            ON CONFLICT (zone, at) DO UPDATE SET
              count = excluded.count, entries = p.entries + excluded.entries, exits = p.exits + excluded.exits""";

    /** After the points of its group: people who passed while the count was what the last point before says. */
    static final String PASSAGE = """
            INSERT INTO zone_point AS p (zone, at, count, entries, exits)
            SELECT n.zone, n.at,
                   (SELECT b.count FROM zone_point b WHERE b.zone = n.zone AND b.at <= n.at ORDER BY b.at DESC LIMIT 1),
                   n.entries, n.exits
            FROM (SELECT unnest($1::int4[]) AS zone, unnest($2::timestamptz[]) AS at, unnest($3::int4[]) AS entries,
                         unnest($4::int4[]) AS exits) n
            ON CONFLICT (zone, at) DO UPDATE SET
              entries = p.entries + excluded.entries, exits = p.exits + excluded.exits""";

    /**
     * After the points of its group: every point in [from, until) and a new one at either end, each as much higher as
     * all shifts together that hold there say.
     */
    static final String SHIFT = """
            WITH shift AS (
              SELECT zone, since, coalesce(until, 'infinity') AS until, delta FROM (
                SELECT unnest($1::int4[]) AS zone, unnest($2::timestamptz[]) AS since,
                       unnest($3::timestamptz[]) AS until, unnest($4::int4[]) AS delta) told
              WHERE until IS NULL OR since < until),
            place AS (
              SELECT zone, since AS at FROM shift
              UNION SELECT zone, until FROM shift WHERE until < 'infinity'
              UNION SELECT p.zone, p.at FROM shift s JOIN zone_point p
                ON p.zone = s.zone AND p.at > s.since AND p.at < s.until)
            INSERT INTO zone_point (zone, at, count, entries, exits)
            SELECT l.zone, l.at, greatest(0, b.count + (
                     SELECT coalesce(sum(s.delta), 0) FROM shift s
                     WHERE s.zone = l.zone AND s.since <= l.at AND l.at < s.until)), 0, 0
            FROM place l CROSS JOIN LATERAL (
              SELECT p.count FROM zone_point p WHERE p.zone = l.zone AND p.at <= l.at ORDER BY p.at DESC LIMIT 1) b
            WHERE b.count IS NOT NULL
            ON CONFLICT (zone, at) DO UPDATE SET count = excluded.count""";

    private ZoneStatements() {}
}

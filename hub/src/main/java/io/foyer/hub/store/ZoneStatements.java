package io.foyer.hub.store;

import java.time.OffsetDateTime;

/**
 * Keeps the step functions of zones and their roll-ups. In the usual case a zone's points come in order, and a batch
 * adds them to the zone's newest step. A change of the past marks the steps that it touches. {@link #FOLD} makes the
 * marked steps anew from their points before the transaction ends, but for the zone's newest step: who reads that step
 * adds up its points ({@link ZoneQueries#STEPS}).
 */
final class ZoneStatements {
    /** Makes one point of the points of one instant: the newest count, and the sums of those who passed. */
    static final String POINT = """
            INSERT INTO zone_point AS p (zone, at, count, entries, exits)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::int4[]), unnest($4::int4[]),
                   unnest($5::int4[])
            ON CONFLICT (zone, at) DO UPDATE SET
              count = excluded.count, entries = p.entries + excluded.entries, exits = p.exits + excluded.exits""";

    /** True where the points of a step are there still. Where the housekeeping has dropped them, the row stands. */
    private static final String HAS_POINTS = """
            EXISTS (SELECT FROM zone_point k WHERE k.zone = zone_step.zone AND k.at = zone_step.newest)""";

    /** The newest point of a step and the count from that point on are right in a stale row, too. */
    private static final String NEWEST = """
            newest = greatest(zone_step.newest, excluded.newest),
            count = CASE WHEN excluded.newest >= zone_step.newest THEN excluded.count ELSE zone_step.count END,
            """;

    /** Marks the steps in which the changed points lie, because the sums of these steps are out of date. */
    private static final String MARK = """
            INSERT INTO zone_step (zone, seconds, start, newest, count, people, known, used, entries, exits, stale)
            SELECT DISTINCT ON (1, 2, 3) c.zone, l.seconds, date_bin(l.seconds * interval '1 second', c.at, 'epoch'), c.at,
                   c.count, 0, 0, 0, 0, 0, true
            FROM changed c CROSS JOIN (VALUES (300), (900), (3600)) l(seconds) ORDER BY 1, 2, 3, c.at DESC
            ON CONFLICT (zone, seconds, start) DO UPDATE SET
            """ + NEWEST + "stale = true WHERE " + HAS_POINTS;

    /**
     * Runs after the points of its group. Adds people who passed; the count stays the count of the last point before.
     */
    static final String PASSAGE = """
            WITH changed AS (
              INSERT INTO zone_point AS p (zone, at, count, entries, exits)
              SELECT n.zone, n.at,
                     (SELECT b.count FROM zone_point b WHERE b.zone = n.zone AND b.at <= n.at ORDER BY b.at DESC LIMIT 1),
                     n.entries, n.exits
              FROM (SELECT unnest($1::int4[]) AS zone, unnest($2::timestamptz[]) AS at, unnest($3::int4[]) AS entries,
                           unnest($4::int4[]) AS exits) n
              ON CONFLICT (zone, at) DO UPDATE SET
                entries = p.entries + excluded.entries, exits = p.exits + excluded.exits
              RETURNING p.zone, p.at, p.count)
            """ + MARK;

    /**
     * Runs after the points of its group. Makes a point at both ends of [from, until), and raises the count of every
     * point in [from, until) by the sum of the shifts that hold there.
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
                ON p.zone = s.zone AND p.at > s.since AND p.at < s.until),
            changed AS (
              INSERT INTO zone_point AS p (zone, at, count, entries, exits)
              SELECT l.zone, l.at, greatest(0, b.count + (
                       SELECT coalesce(sum(s.delta), 0) FROM shift s
                       WHERE s.zone = l.zone AND s.since <= l.at AND l.at < s.until)), 0, 0
              FROM place l CROSS JOIN LATERAL (
                SELECT p.count FROM zone_point p WHERE p.zone = l.zone AND p.at <= l.at ORDER BY p.at DESC LIMIT 1) b
              WHERE b.count IS NOT NULL
              ON CONFLICT (zone, at) DO UPDATE SET count = excluded.count
              RETURNING p.zone, p.at, p.count)
            """ + MARK;

    /**
     * Adds a batch's points of each step to the zone's newest step, or makes a new step after it. Marks the row where
     * the batch's earliest point of the zone does not come after all earlier points. {@code rest} is the time from the
     * first point to the step's end. {@code before} is the count before the first point, where the batch knows that
     * count.
     */
    static final String STEP = """
            INSERT INTO zone_step (zone, seconds, start, newest, count, people, known, used, most, entries, exits, stale)
            SELECT n.zone, n.seconds, n.start, n.newest, n.count,
                   n.people + (c.people + c.before * c.time), n.known + c.known + c.time * c.is_known,
                   n.used + c.used + CASE WHEN c.before > 0 THEN c.time ELSE 0 END,
                   greatest(n.most, c.most, CASE WHEN n.first > c.since AND c.is_known = 1 THEN c.before END),
                   n.entries + c.entries, n.exits + c.exits, n.late OR coalesce(n.earliest < z.newest, false)
            FROM (SELECT unnest($1::int4[]) AS zone, unnest($2::int4[]) AS seconds, unnest($3::timestamptz[]) AS start,
                         unnest($4::timestamptz[]) AS first, unnest($5::timestamptz[]) AS newest,
                         unnest($6::int8[]) AS rest, unnest($7::int4[]) AS count, unnest($8::int8[]) AS people,
                         unnest($9::int8[]) AS known, unnest($10::int8[]) AS used, unnest($11::int4[]) AS most,
                         unnest($12::int8[]) AS entries, unnest($13::int8[]) AS exits, unnest($14::bool[]) AS follows,
                         unnest($15::int4[]) AS before, unnest($16::bool[]) AS late,
                         unnest($17::timestamptz[]) AS earliest) n
            LEFT JOIN LATERAL (
              SELECT * FROM zone_step s WHERE s.zone = n.zone AND s.seconds = n.seconds ORDER BY s.start DESC LIMIT 1) z
              ON true
            CROSS JOIN LATERAL (SELECT CASE WHEN n.follows THEN n.before ELSE z.count END AS count) b
            CROSS JOIN LATERAL (
              SELECT coalesce(b.count, 0)::int8 AS before, CASE WHEN b.count IS NULL THEN 0 ELSE 1 END AS is_known,
                     -n.rest AS time, z.newest AS since, z.people, z.known, z.used, z.most, z.entries, z.exits
              WHERE z.start = n.start
              UNION ALL
              SELECT coalesce(b.count, 0), CASE WHEN b.count IS NULL THEN 0 ELSE 1 END,
                     n.seconds * 1000000::int8 - n.rest, n.start, 0, 0, 0, NULL, 0, 0
              WHERE z.start IS DISTINCT FROM n.start) c
            ON CONFLICT (zone, seconds, start) DO UPDATE SET
            """ + NEWEST + """
              people = excluded.people, known = excluded.known, used = excluded.used, most = excluded.most,
              entries = excluded.entries, exits = excluded.exits, stale = zone_step.stale OR excluded.stale
            WHERE NOT excluded.stale OR\s""" + HAS_POINTS;

    /**
     * Runs at the end of each group, for the zones that the group changed. Makes the marked steps and the step after
     * each anew from their points. The zone's newest step stays marked until the zone has a later step: a zone whose
     * sensors tell out of order by milliseconds would have this step added up with each batch. This is an insert and no
     * update: before the server has statistics, it would join an update with the whole table.
     */
    static final String FOLD = """
            WITH marked AS (
              SELECT zone, seconds, start FROM zone_step m WHERE zone = ANY ($1) AND stale AND start < (
                SELECT start FROM zone_step l WHERE l.zone = m.zone AND l.seconds = m.seconds
                ORDER BY start DESC LIMIT 1)),
            step AS (
              SELECT zone, seconds, start, start + seconds * interval '1 second' AS stop FROM (
                TABLE marked
                UNION SELECT n.zone, n.seconds, n.start FROM marked m CROSS JOIN LATERAL (
                  SELECT * FROM zone_step s WHERE s.zone = m.zone AND s.seconds = m.seconds AND s.start > m.start
                  ORDER BY s.start LIMIT 1) n JOIN zone_point k ON k.zone = n.zone AND k.at = n.newest) either),
            """ + StepSums.OF_POINTS + """
            INSERT INTO zone_step (zone, seconds, start, newest, count, people, known, used, most, entries, exits, stale)
            SELECT *, false FROM fold
            ON CONFLICT (zone, seconds, start) DO UPDATE SET
              newest = excluded.newest, count = excluded.count, people = excluded.people, known = excluded.known,
              used = excluded.used, most = excluded.most, entries = excluded.entries, exits = excluded.exits,
              stale = excluded.stale""";

    static final String BALANCE = """
            INSERT INTO balance_state (zone, badges, people, variance, entries, exits, sure, seen, learned_leavers,
              learned_entries, learned_exits, learned_squares, since, passed, line_error, stay_error, arrivals)
            SELECT unnest($1::int4[]), unnest($2::bool[]), unnest($3::float8[]), unnest($4::float8[]),
                   unnest($5::int8[]), unnest($6::int8[]), unnest($7::float8[]), unnest($8::int4[]),
                   unnest($9::float8[]), unnest($10::float8[]), unnest($11::float8[]), unnest($12::float8[]),
                   unnest($13::timestamptz[]), unnest($14::timestamptz[]), unnest($15::float8[]),
                   unnest($16::float8[]), unnest($17::text[])
            ON CONFLICT (zone, badges) DO UPDATE SET
              people = excluded.people, variance = excluded.variance, entries = excluded.entries,
              exits = excluded.exits, sure = excluded.sure, seen = excluded.seen, learned_leavers = excluded.learned_leavers,
              learned_entries = excluded.learned_entries, learned_exits = excluded.learned_exits,
              learned_squares = excluded.learned_squares, since = excluded.since, passed = excluded.passed,
              line_error = excluded.line_error, stay_error = excluded.stay_error,
              arrivals = excluded.arrivals""";

    static final String SOURCE = """
            INSERT INTO source_state
              (device, present, total_in, total_out, doubted_in, doubted_out, since, at, heard, failed)
            SELECT unnest($1::int4[]), unnest($2::int4[]), unnest($3::int8[]), unnest($4::int8[]), unnest($5::int8[]),
                   unnest($6::int8[]), unnest($7::timestamptz[]), unnest($8::timestamptz[]),
                   unnest($9::timestamptz[]), unnest($10::bool[])
            ON CONFLICT (device) DO UPDATE SET
              present = excluded.present, total_in = excluded.total_in, total_out = excluded.total_out,
              doubted_in = excluded.doubted_in, doubted_out = excluded.doubted_out,
              since = excluded.since, at = excluded.at, heard = excluded.heard, failed = excluded.failed""";

    static final Class<?>[] BALANCE_COLUMNS = {
        Integer.class,
        Boolean.class,
        Double.class,
        Double.class,
        Long.class,
        Long.class,
        Double.class,
        Integer.class,
        Double.class,
        Double.class,
        Double.class,
        Double.class,
        OffsetDateTime.class,
        OffsetDateTime.class,
        Double.class,
        Double.class,
        String.class
    };

    static final Class<?>[] SOURCE_COLUMNS = {
        Integer.class,
        Integer.class,
        Long.class,
        Long.class,
        Long.class,
        Long.class,
        OffsetDateTime.class,
        OffsetDateTime.class,
        OffsetDateTime.class,
        Boolean.class
    };

    static final String ACCURACY = """
            INSERT INTO accuracy_state (zone, hours, one, ten_percent, at)
            SELECT unnest($1::int4[]), unnest($2::float8[]), unnest($3::float8[]), unnest($4::float8[]),
                   unnest($5::timestamptz[])
            ON CONFLICT (zone) DO UPDATE SET
              hours = excluded.hours, one = excluded.one, ten_percent = excluded.ten_percent, at = excluded.at""";

    private ZoneStatements() {}
}

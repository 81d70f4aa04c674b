package io.foyer.hub.store;

import java.time.OffsetDateTime;

/** Keeps the step functions of zones, and what their counts need after a start. */
final class ZoneStatements {
    /** Makes one point of the points of one instant: the newest count, and the sums of those who passed. */
    static final String POINT = """
            INSERT INTO zone_point AS p (zone, at, count, entries, exits)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::int4[]), unnest($4::int4[]),
                   unnest($5::int4[])
            ON CONFLICT (zone, at) DO UPDATE SET
              count = excluded.count, entries = p.entries + excluded.entries, exits = p.exits + excluded.exits""";

    /**
     * Runs after the points of its group. Adds people who passed; the count stays the count of the last point before.
     */
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
                ON p.zone = s.zone AND p.at > s.since AND p.at < s.until)
            INSERT INTO zone_point AS p (zone, at, count, entries, exits)
            SELECT l.zone, l.at, greatest(0, b.count + (
                     SELECT coalesce(sum(s.delta), 0) FROM shift s
                     WHERE s.zone = l.zone AND s.since <= l.at AND l.at < s.until)), 0, 0
            FROM place l CROSS JOIN LATERAL (
              SELECT p.count FROM zone_point p WHERE p.zone = l.zone AND p.at <= l.at ORDER BY p.at DESC LIMIT 1) b
            WHERE b.count IS NOT NULL
            ON CONFLICT (zone, at) DO UPDATE SET count = excluded.count""";

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

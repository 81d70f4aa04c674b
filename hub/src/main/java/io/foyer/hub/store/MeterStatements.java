package io.foyer.hub.store;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What keeps the readings, the quarter-hours and the rates of meters. */
final class MeterStatements {
    static final String READING = """
            INSERT INTO reading (meter, at, register, verdict, booked_from, quantity, estimated)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::int8[]), unnest($4::text[]),
                   unnest($5::timestamptz[]), unnest($6::int8[]), unnest($7::bool[])
            ON CONFLICT (meter, at) DO UPDATE SET
              register = excluded.register, verdict = excluded.verdict, booked_from = excluded.booked_from,
              quantity = excluded.quantity, estimated = excluded.estimated""";

    /** Quarters, each with its day and hour of the site's clock, and what their days are more or less than before. */
    static final String QUARTER =
            """
            WITH quarters AS (
              SELECT unnest($1::int4[]) AS meter, unnest($2::timestamptz[]) AS start, unnest($3::int8[]) AS quantity,
                     unnest($4::bool[]) AS estimated, unnest($5::date[]) AS day, unnest($6::int4[]) AS hour),
            more AS (
              SELECT q.meter, q.day, q.hour, q.quantity - coalesce(old.quantity, 0) AS quantity,
                     q.estimated::int - coalesce(old.estimated::int, 0) AS estimates
              FROM quarters q LEFT JOIN quarter old ON old.meter = q.meter AND old.start = q.start),
            days AS (
              INSERT INTO meter_day AS old (meter, day, quantity, estimates, %s) %s
              ON CONFLICT (meter, day) DO UPDATE SET
                quantity = old.quantity + excluded.quantity, estimates = old.estimates + excluded.estimates, %s)
            INSERT INTO quarter (meter, start, quantity, estimated) SELECT meter, start, quantity, estimated FROM quarters
            ON CONFLICT (meter, start) DO UPDATE SET quantity = excluded.quantity, estimated = excluded.estimated""".formatted(ofHours("h%1$s"), daysOf("more"), ofHours("h%1$s = old.h%1$s + excluded.h%1$s"));

    /** Adds up all days of the site $1 anew, after its time zone has changed to $2. */
    static final String DAYS_ANEW = """
            WITH gone AS (DELETE FROM meter_day d USING meter m WHERE m.key = d.meter AND m.site = $1)
            INSERT INTO meter_day AS old (meter, day, quantity, estimates, %s) %s
            ON CONFLICT (meter, day) DO UPDATE SET quantity = excluded.quantity, estimates = excluded.estimates, %s""".formatted(ofHours("h%1$s"), daysOf("""
                            (SELECT q.meter, (q.start AT TIME ZONE $2)::date AS day,
                               extract(hour FROM q.start AT TIME ZONE $2)::int AS hour, q.quantity, q.estimated::int AS estimates
                             FROM quarter q JOIN meter m ON m.key = q.meter WHERE m.site = $1) quarters"""), ofHours("h%1$s = excluded.h%1$s"));

    static final String RATE = """
            INSERT INTO rate_state (meter, rate, as_of) SELECT unnest($1::int4[]), unnest($2::float8[]), unnest($3::timestamptz[])
            ON CONFLICT (meter) DO UPDATE SET rate = excluded.rate, as_of = excluded.as_of""";

    private MeterStatements() {}

    private static String daysOf(String quarters) {
        return "SELECT meter, day, sum(quantity), sum(estimates), %s FROM %s GROUP BY meter, day"
                .formatted(ofHours("coalesce(sum(quantity) FILTER (WHERE hour = %1$s), 0)"), quarters);
    }

    /** A piece of SQL for each hour of a day. */
    static String ofHours(String sql) {
        return IntStream.range(0, 24).mapToObj(sql::formatted).collect(Collectors.joining(", "));
    }
}

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

    /** A late reading waits beside the readings. The first one of an instant counts. */
    static final String LATE_READING = """
            INSERT INTO late_reading (meter, at, register, power)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::int8[]), unnest($4::bool[])
            ON CONFLICT (meter, at) DO NOTHING""";

    static final String LATE_GONE = "DELETE FROM late_reading WHERE meter = $1 AND at <= $2";

    /**
     * Quarters, each with its day and hour of the site's clock, and what their days are more or less than before. A
     * quarter of a repair keeps the quantity of the repair, and so does its day.
     */
    static final String QUARTER =
            """
            WITH quarters AS (
              SELECT unnest($1::int4[]) AS meter, unnest($2::timestamptz[]) AS start, unnest($3::int8[]) AS quantity,
                     unnest($4::bool[]) AS estimated, unnest($5::date[]) AS day, unnest($6::int4[]) AS hour),
            more AS (
              SELECT q.meter, q.day, q.hour, q.quantity - coalesce(old.quantity, 0) AS quantity,
                     q.estimated::int - coalesce(old.estimated::int, 0) AS estimates
              FROM quarters q LEFT JOIN quarter old ON old.meter = q.meter AND old.start = q.start
              WHERE old.repaired IS NOT TRUE),
            days AS (
              INSERT INTO meter_day AS old (meter, day, quantity, estimates, %s) %s
              ON CONFLICT (meter, day) DO UPDATE SET
                quantity = old.quantity + excluded.quantity, estimates = old.estimates + excluded.estimates, %s)
            INSERT INTO quarter AS old (meter, start, quantity, estimated)
            SELECT meter, start, quantity, estimated FROM quarters
            ON CONFLICT (meter, start) DO UPDATE SET
              quantity = CASE WHEN old.repaired THEN old.quantity ELSE excluded.quantity END,
              estimated = old.repaired OR excluded.estimated,
              read_quantity = CASE WHEN old.repaired THEN excluded.quantity END,
              read_estimated = CASE WHEN old.repaired THEN excluded.estimated END""".formatted(ofHours("h%1$s"), daysOf("more"), ofHours("h%1$s = old.h%1$s + excluded.h%1$s"));

    /** Adds up all days of the site $1 anew, after its time zone has changed to $2. */
    static final String DAYS_ANEW =
            "WITH gone AS (DELETE FROM meter_day d USING meter m WHERE m.key = d.meter AND m.site = $1) "
                    + daysOfQuarters("m.site = $1", "$2");

    static final String RATE = """
            INSERT INTO rate_state (meter, rate, as_of) SELECT unnest($1::int4[]), unnest($2::float8[]), unnest($3::timestamptz[])
            ON CONFLICT (meter) DO UPDATE SET rate = excluded.rate, as_of = excluded.as_of""";

    private MeterStatements() {}

    /** Writes the days of some quarters {@code q} of meters {@code m}, by the clock of a time zone. */
    static String daysOfQuarters(String chosen, String timeZone) {
        return """
                INSERT INTO meter_day AS old (meter, day, quantity, estimates, %s) %s
                ON CONFLICT (meter, day) DO UPDATE SET quantity = excluded.quantity, estimates = excluded.estimates, %s""".formatted(
                        ofHours("h%1$s"), daysOf("""
                                (SELECT q.meter, (q.start AT TIME ZONE %2$s)::date AS day,
                                   extract(hour FROM q.start AT TIME ZONE %2$s)::int AS hour, q.quantity,
                                   q.estimated::int AS estimates
                                 FROM quarter q JOIN meter m ON m.key = q.meter WHERE %1$s) quarters""".formatted(chosen, timeZone)), ofHours("h%1$s = excluded.h%1$s"));
    }

    private static String daysOf(String quarters) {
        return "SELECT meter, day, sum(quantity), sum(estimates), %s FROM %s GROUP BY meter, day"
                .formatted(ofHours("coalesce(sum(quantity) FILTER (WHERE hour = %1$s), 0)"), quarters);
    }

    /** A piece of SQL for each hour of a day. */
    static String ofHours(String sql) {
        return IntStream.range(0, 24).mapToObj(sql::formatted).collect(Collectors.joining(", "));
    }
}

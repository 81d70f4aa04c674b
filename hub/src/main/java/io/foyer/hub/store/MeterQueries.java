package io.foyer.hub.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.site.SiteMemory.LastRate;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the rates, readings and quarters of meters. */
final class MeterQueries {
    private static final String RATES =
            "SELECT m.id AS meter, r.rate, r.as_of FROM rate_state r JOIN meter m ON m.key = r.meter"
                    + " WHERE r.meter = ANY ($1)";
    private static final String READINGS = """
            SELECT m.id AS meter, r.at, r.register, r.verdict, r.booked_from, r.quantity, r.estimated
            FROM meter m
            CROSS JOIN LATERAL (
              SELECT coalesce(max(at), '-infinity') AS at FROM (
                SELECT at FROM reading WHERE meter = m.key AND verdict NOT IN ('held', 'error')
                ORDER BY at DESC LIMIT 1) last) sound
            JOIN reading r ON r.meter = m.key AND r.at >= sound.at
            WHERE m.key = ANY ($1) ORDER BY r.at""";
    private static final String LAST_QUARTERS = """
            SELECT DISTINCT m.id AS meter, q.start,
              CASE WHEN q.repaired THEN coalesce(q.read_quantity, 0) ELSE q.quantity END AS quantity,
              CASE WHEN q.repaired THEN coalesce(q.read_estimated, false) ELSE q.estimated END AS estimated
            FROM unnest($1::int4[], $2::timestamptz[], $3::timestamptz[]) day(meter, first, until)
            JOIN quarter q ON q.meter = day.meter AND q.start >= day.first AND q.start < day.until
            JOIN meter m ON m.key = q.meter ORDER BY q.start""";

    /** The index of the table gives both parts in order, so PostgreSQL sorts nothing. */
    private static final String METERS = "WITH place AS (SELECT m.key, m.id FROM meter m JOIN site s ON s.key = m.site"
            + " WHERE s.id = $1 AND m.id = ANY ($2)) ";

    static final String QUARTERS = METERS + """
            SELECT place.id AS meter, q.start, q.quantity, q.estimated
            FROM place JOIN quarter q ON q.meter = place.key
            WHERE q.start >= $3 AND q.start < $4 ORDER BY q.start, place.id""";

    /** A booking lies between two readings. So after the end of the range, only a meter's next reading can matter. */
    static final String BOOKINGS = METERS + """
            SELECT r.at, r.register, r.verdict, r.booked_from, r.quantity, r.estimated FROM place CROSS JOIN LATERAL (
              (SELECT * FROM reading WHERE meter = place.key AND at > $3 AND at < $4 AND booked_from IS NOT NULL)
              UNION ALL
              (SELECT * FROM (
                 SELECT * FROM reading WHERE meter = place.key AND at >= $4 AND booked_from IS NOT NULL
                 ORDER BY at LIMIT 1) next WHERE booked_from < $4)) r
            ORDER BY r.booked_from, r.at, place.id""";

    private static final String LATE =
            "SELECT DISTINCT m.id AS meter FROM late_reading l JOIN meter m ON m.key = l.meter"
                    + " WHERE l.meter = ANY ($1)";

    private MeterQueries() {}

    /** The meters that have readings which wait for a fold. */
    static Future<List<String>> late(SqlClient client, Integer[] meters) {
        return RowQuery.list(client, LATE, Tuple.of(meters), row -> row.getString("meter"));
    }

    /** By meter: the last rate that the meter told. */
    static Future<Map<String, LastRate>> rates(SqlClient client, Integer[] meters) {
        return RowQuery.collect(
                client,
                RATES,
                Tuple.of(meters),
                toMap(
                        row -> row.getString("meter"),
                        row -> new LastRate(row.getDouble("rate"), RowTimes.of(row, "as_of"))));
    }

    /** By meter: the readings from the last believed one on, in order of time. */
    static Future<Map<String, List<JudgedReading>>> readings(SqlClient client, Integer[] meters) {
        return RowQuery.collect(
                client,
                READINGS,
                Tuple.of(meters),
                groupingBy(row -> row.getString("meter"), HashMap::new, mapping(Readings::judged, toList())));
    }

    /**
     * By meter, by what the readings say: the quarters of the longest day before {@code now}, and the quarter in which the next booking begins.
     *
     * @param readings by meter: the readings from the last believed one on
     */
    static Future<Map<String, List<Quarter>>> quarters(
            SqlClient client, SiteKeys keys, Map<String, List<JudgedReading>> readings, Instant now) {
        List<Integer> meters = new ArrayList<>();
        List<OffsetDateTime> first = new ArrayList<>();
        List<OffsetDateTime> until = new ArrayList<>();
        readings.forEach((meter, list) -> {
            // The first reading is the last believed one. The next booking begins in its quarter.
            add(
                    keys.meter(meter),
                    list.get(0).reading().at(),
                    list.get(0).reading().at(),
                    meters,
                    first,
                    until);
            add(keys.meter(meter), now.minus(MeterBook.LONGEST_DAY), now, meters, first, until);
        });
        return RowQuery.collect(
                client,
                LAST_QUARTERS,
                Tuple.of(
                        meters.toArray(Integer[]::new),
                        first.toArray(OffsetDateTime[]::new),
                        until.toArray(OffsetDateTime[]::new)),
                groupingBy(row -> row.getString("meter"), HashMap::new, mapping(MeterQueries::quarter, toList())));
    }

    /** Adds the quarters from one instant to another: those that lie in the range as a whole, or begin in it. */
    private static void add(
            int meter,
            Instant from,
            Instant to,
            List<Integer> meters,
            List<OffsetDateTime> first,
            List<OffsetDateTime> until) {
        meters.add(meter);
        first.add(RowTimes.toRow(Quarters.startOf(from)));
        until.add(RowTimes.toRow(to.plus(Quarters.LENGTH)));
    }

    static Quarter quarter(Row row) {
        return new Quarter(
                row.getString("meter"),
                RowTimes.of(row, "start"),
                row.getLong("quantity"),
                row.getBoolean("estimated"));
    }

    static Consumption booking(Row row) {
        return Objects.requireNonNull(Readings.judged(row).booked());
    }

    /** The values of {@link #QUARTERS} and {@link #BOOKINGS}. */
    static Tuple range(String site, Set<String> meters, Instant from, Instant to) {
        return Tuple.of(site, meters.toArray(String[]::new), RowTimes.toRow(from), RowTimes.toRow(to));
    }
}

package io.foyer.hub.store;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.ReservationChanges;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.site.Archive.ReservationFilter;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes and reads bookings and visits. */
final class Reservations implements ReservationChanges {
    private static final String PUT_BOOKING = """
            INSERT INTO booking
              (site, id, zone, resource, members, begins, until, repeat, starts, stops, ends, left_out, goes_on)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (site, id) DO UPDATE SET
              zone = excluded.zone, resource = excluded.resource, members = excluded.members, begins = excluded.begins,
              until = excluded.until, repeat = excluded.repeat, starts = excluded.starts, stops = excluded.stops,
              ends = excluded.ends, left_out = excluded.left_out, goes_on = excluded.goes_on""";
    private static final String PUT_VISIT = """
            INSERT INTO visit (site, id, visitor, host, begins, until, doors, issued, checked_in, checked_out)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (site, id) DO UPDATE SET
              visitor = excluded.visitor, host = excluded.host, begins = excluded.begins, until = excluded.until,
              doors = excluded.doors, issued = excluded.issued, checked_in = excluded.checked_in,
              checked_out = excluded.checked_out""";

    private static final String OF_SITE = " WHERE t.site = (SELECT key FROM site WHERE id = $1) ";

    /**
     * A filter that is null asks for all. Where one of a booking's times can be in the range, each time is compared.
     */
    private static final String BOOKINGS = "SELECT t.* FROM booking t" + OF_SITE + """
              AND t.id > $2
              AND ($3::text IS NULL OR t.zone = $3)
              AND ($4::text IS NULL OR t.resource = $4)
              AND ($5::timestamptz IS NULL OR t.ends > $5)
              AND ($6::timestamptz IS NULL OR t.begins < $6)
              AND ($5::timestamptz IS NULL OR $6::timestamptz IS NULL OR EXISTS (
                SELECT FROM unnest(t.starts, t.stops) AS time (start, stop) WHERE start < $6 AND stop > $5))
            ORDER BY t.id LIMIT $7""";

    private static final String VISITS = "SELECT t.* FROM visit t" + OF_SITE + """
              AND t.id > $2
              AND ($3::timestamptz IS NULL OR t.until > $3)
              AND ($4::timestamptz IS NULL OR t.begins < $4)
            ORDER BY t.id LIMIT $5""";

    private final SiteKeys keys;
    private final BatchRows rows;

    Reservations(SiteKeys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void booking(Booking booking) {
        rows.statement(new Statement(
                PUT_BOOKING,
                Tuple.tuple(Arrays.asList(
                        keys.site(),
                        booking.id(),
                        booking.zone(),
                        booking.resource(),
                        booking.members().stream().sorted().toArray(String[]::new),
                        RowTimes.toRow(booking.from()),
                        RowTimes.toRow(booking.until()),
                        booking.series() == null ? null : booking.series().rule(),
                        ends(booking, Booking.TimeSpan::from),
                        ends(booking, Booking.TimeSpan::until),
                        RowTimes.toRow(booking.ends()),
                        booking.series() == null ? new LocalDate[0] : days(booking.series()),
                        booking.goesOn()))));
    }

    private static OffsetDateTime[] ends(Booking booking, Function<Booking.TimeSpan, Instant> end) {
        return booking.times().stream().map(end).map(RowTimes::toRow).toArray(OffsetDateTime[]::new);
    }

    private static LocalDate[] days(Booking.RepeatRule series) {
        return series.except().stream().sorted().toArray(LocalDate[]::new);
    }

    @Override
    public void bookingGone(String id) {
        rows.statement(new Statement("DELETE FROM booking WHERE site = $1 AND id = $2", Tuple.of(keys.site(), id)));
    }

    @Override
    public void visit(Visit visit) {
        rows.statement(new Statement(
                PUT_VISIT,
                Tuple.tuple(Arrays.asList(
                        keys.site(),
                        visit.id(),
                        visit.visitor(),
                        visit.host(),
                        RowTimes.toRow(visit.from()),
                        RowTimes.toRow(visit.until()),
                        visit.doors().stream().sorted().toArray(String[]::new),
                        RowTimes.toRow(visit.issued()),
                        RowTimes.toRowOrNull(visit.checkedIn()),
                        RowTimes.toRowOrNull(visit.checkedOut())))));
    }

    @Override
    public void visitGone(String id) {
        rows.statement(new Statement("DELETE FROM visit WHERE site = $1 AND id = $2", Tuple.of(keys.site(), id)));
    }

    static Future<List<Booking>> bookings(SqlClient client, int site) {
        return list(client, "SELECT * FROM booking WHERE site = $1", Tuple.of(site), Reservations::booking);
    }

    static Future<List<Visit>> visits(SqlClient client, int site) {
        return list(client, "SELECT * FROM visit WHERE site = $1", Tuple.of(site), Reservations::visit);
    }

    /** The list has one entry at most. */
    static Future<List<Booking>> booking(SqlClient client, String site, String id) {
        String sql = "SELECT t.* FROM booking t" + OF_SITE + "AND t.id = $2";
        return list(client, sql, Tuple.of(site, id), Reservations::booking);
    }

    /** The list has one entry at most. */
    static Future<List<Visit>> visit(SqlClient client, String site, String id) {
        String sql = "SELECT t.* FROM visit t" + OF_SITE + "AND t.id = $2";
        return list(client, sql, Tuple.of(site, id), Reservations::visit);
    }

    /** In the order of their ids, from the first id after {@code after} on. */
    static Future<List<Booking>> bookingsAfter(
            SqlClient client, String site, ReservationFilter filter, String after, int limit) {
        return list(
                client,
                BOOKINGS,
                Tuple.tuple(Arrays.asList(
                        site,
                        after,
                        filter.zone(),
                        filter.resource(),
                        RowTimes.toRowOrNull(filter.from()),
                        RowTimes.toRowOrNull(filter.to()),
                        limit)),
                Reservations::booking);
    }

    /** In the order of their ids, from the first id after {@code after} on. */
    static Future<List<Visit>> visitsAfter(
            SqlClient client, String site, String after, @Nullable Instant from, @Nullable Instant to, int limit) {
        return list(
                client,
                VISITS,
                Tuple.of(site, after, RowTimes.toRowOrNull(from), RowTimes.toRowOrNull(to), limit),
                Reservations::visit);
    }

    private static <T> Future<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> read) {
        return client.preparedQuery(sql)
                .collecting(Collectors.mapping(read, Collectors.toList()))
                .execute(values)
                .map(result -> result.value());
    }

    private static Booking booking(Row row) {
        return new Booking(
                row.getString("id"),
                row.getString("zone"),
                row.getString("resource"),
                Set.of(row.getArrayOfStrings("members")),
                RowTimes.of(row, "begins"),
                RowTimes.of(row, "until"),
                row.getString("repeat") == null
                        ? null
                        : new Booking.RepeatRule(
                                row.getString("repeat"),
                                Set.of(row.getArrayOfLocalDates("left_out")),
                                row.getBoolean("goes_on")),
                times(row.getArrayOfOffsetDateTimes("starts"), row.getArrayOfOffsetDateTimes("stops")));
    }

    private static List<Booking.TimeSpan> times(OffsetDateTime[] starts, OffsetDateTime[] stops) {
        return IntStream.range(0, starts.length)
                .mapToObj(i -> new Booking.TimeSpan(starts[i].toInstant(), stops[i].toInstant()))
                .toList();
    }

    private static Visit visit(Row row) {
        return new Visit(
                row.getString("id"),
                row.getString("visitor"),
                row.getString("host"),
                RowTimes.of(row, "begins"),
                RowTimes.of(row, "until"),
                Set.of(row.getArrayOfStrings("doors")),
                RowTimes.of(row, "issued"),
                RowTimes.orNull(row, "checked_in"),
                RowTimes.orNull(row, "checked_out"));
    }
}

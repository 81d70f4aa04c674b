package io.foyer.hub.store;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.site.Archive.ReservationFilter;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads bookings and visits. */
final class ReservationQueries {
    private static final String OF_SITE = " WHERE t.site = (SELECT key FROM site WHERE id = $1) ";

    /** A filter that is null asks for all. Where one of a booking's times can be in the range, each time is compared. */
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

    private ReservationQueries() {}

    static Future<List<Booking>> bookings(SqlClient client, int site) {
        return RowQuery.list(
                client, "SELECT * FROM booking WHERE site = $1", Tuple.of(site), ReservationQueries::booking);
    }

    static Future<List<Visit>> visits(SqlClient client, int site) {
        return RowQuery.list(client, "SELECT * FROM visit WHERE site = $1", Tuple.of(site), ReservationQueries::visit);
    }

    /** The list has one entry at most. */
    static Future<List<Booking>> booking(SqlClient client, String site, String id) {
        String sql = "SELECT t.* FROM booking t" + OF_SITE + "AND t.id = $2";
        return RowQuery.list(client, sql, Tuple.of(site, id), ReservationQueries::booking);
    }

    /** The list has one entry at most. */
    static Future<List<Visit>> visit(SqlClient client, String site, String id) {
        String sql = "SELECT t.* FROM visit t" + OF_SITE + "AND t.id = $2";
        return RowQuery.list(client, sql, Tuple.of(site, id), ReservationQueries::visit);
    }

    /** In the order of their ids, from the first id after {@code after} on. */
    static Future<List<Booking>> bookingsAfter(
            SqlClient client, String site, ReservationFilter filter, String after, int limit) {
        return RowQuery.list(
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
                ReservationQueries::booking);
    }

    /** In the order of their ids, from the first id after {@code after} on. */
    static Future<List<Visit>> visitsAfter(
            SqlClient client, String site, String after, @Nullable Instant from, @Nullable Instant to, int limit) {
        return RowQuery.list(
                client,
                VISITS,
                Tuple.of(site, after, RowTimes.toRowOrNull(from), RowTimes.toRowOrNull(to), limit),
                ReservationQueries::visit);
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

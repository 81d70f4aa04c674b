package io.foyer.hub.store;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.ReservationChanges;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.Function;

/** Writes bookings and visits. */
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
}

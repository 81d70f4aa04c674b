package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Booking.TimeSpan;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.ListPage;
import io.foyer.hub.site.Archive.ReservationFilter;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads when zones are booked. */
final class BookedTimes {
    private static final int MOST_BOOKINGS = 10_000;

    private final Archive archive;

    /** One time of a booking of a zone. */
    record BookedTime(String zone, String booking, TimeSpan time) {}

    BookedTimes(Archive archive) {
        this.archive = archive;
    }

    /** The times that overlap [from, to), in order: those of one zone, or of all zones where {@code zone} is null. */
    Future<List<BookedTime>> of(ApiCall call, @Nullable String zone, Instant from, Instant to) {
        ReservationFilter filter = new ReservationFilter(zone, null, from, to);
        return StoreFault.of(archive.reservations(call.site(), filter, MOST_BOOKINGS, null))
                .map(ListPage::items)
                .map(bookings -> bookings.stream()
                        .flatMap((Booking booking) -> booking.times(from, to).stream()
                                .map(time -> new BookedTime(
                                        Objects.requireNonNullElse(booking.zone(), ""), booking.id(), time)))
                        .sorted(Comparator.comparing(
                                        (BookedTime booked) -> booked.time().from())
                                .thenComparing(BookedTime::zone))
                        .toList());
    }
}

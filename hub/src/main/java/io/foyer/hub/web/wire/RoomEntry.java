package io.foyer.hub.web.wire;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.web.wire.BookingEntry.BookingTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A room and when it is booked, without a word of who booked it.
 *
 * @param booked in order
 */
public record RoomEntry(@Schema(pattern = Id.PATTERN) String zone, List<BookingTime> booked) {

    /** {@code bookings} may be of any zone; what counts is their times that overlap [from, to). */
    public static RoomEntry of(Zone zone, List<Booking> bookings, Instant from, Instant to) {
        return new RoomEntry(
                zone.id(),
                bookings.stream()
                        .filter(booking -> zone.id().equals(booking.zone()))
                        .flatMap(booking -> booking.times(from, to).stream())
                        .sorted(Comparator.comparing(Booking.TimeSpan::from))
                        .map(BookingTime::of)
                        .toList());
    }
}

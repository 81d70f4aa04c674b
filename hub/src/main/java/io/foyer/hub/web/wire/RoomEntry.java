package io.foyer.hub.web.wire;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.web.wire.BookingEntry.BookingTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A room and the times at which it is booked, without the people who booked.
 *
 * @param booked the booked times in order
 */
public record RoomEntry(@Schema(pattern = Id.PATTERN) String zone, List<BookingTime> booked) {

    /** The entry of a room. {@code bookings} may be of any zone; the entry has their times that overlap [from, to). */
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

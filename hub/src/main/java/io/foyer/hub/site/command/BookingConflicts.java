package io.foyer.hub.site.command;

import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Booking.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has booked first. Nobody can book a zone while a zone around it or within it is booked: each of the two would shut
 * the other out. A pending booking has its times already.
 */
public final class BookingConflicts {
    private final Site site;
    private final PendingState pending;

    BookingConflicts(Site site, PendingState pending) {
        this.site = site;
        this.pending = pending;
    }

    /** The first conflict of a booking with another one; null where there is none. */
    @Nullable Reply conflict(Booking wanted) {
        return others(wanted)
                .flatMap(other -> Stream.ofNullable(other.clash(wanted)).map(time -> reply(other, time)))
                .findFirst()
                .orElse(null);
    }

    /** The times of a booking at which nobody else has booked its place. */
    public List<TimeSpan> free(Booking wanted) {
        List<Booking> others =
                others(wanted).filter(other -> other.clash(wanted) != null).toList();
        return wanted.times().stream()
                .filter(time -> others.stream().allMatch(other -> other.times(time.from(), time.until())
                        .isEmpty()))
                .toList();
    }

    private Stream<Booking> others(Booking wanted) {
        return Stream.concat(
                        site.doorkeeper().bookings().excludedBy(wanted.place(), site.definition()),
                        pending.all(Booking.class)
                                .filter(booking -> booking.place().excludes(wanted.place(), site.definition())))
                .filter(other -> !other.id().equals(wanted.id()));
    }

    private Reply reply(Booking other, TimeSpan time) {
        String what = other.zone() == null ? "resource " + other.resource() : "zone " + other.zone();
        return new Reply.Conflict(
                "The %s is booked from %s until %s by booking %s: choose another time, or remove that booking."
                        .formatted(what, local(time.from()), local(time.until()), other.id()));
    }

    private String local(Instant instant) {
        return instant.atZone(site.definition().timeZone()).toOffsetDateTime().toString();
    }
}

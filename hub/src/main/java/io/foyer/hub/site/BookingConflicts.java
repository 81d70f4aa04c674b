package io.foyer.hub.site;

import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Booking.Time;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has booked first. A zone cannot be booked beside one that holds it or lies in it: those who booked the one would
 * shut out those who booked the other. A booking that is still under way has its times already.
 */
final class BookingConflicts {
    private final Site site;
    private final UnderWay underWay;

    BookingConflicts(Site site, UnderWay underWay) {
        this.site = site;
        this.underWay = underWay;
    }

    /** Null where nothing stands in the way. */
    @Nullable Reply to(Booking wanted) {
        return others(wanted)
                .flatMap(other -> Stream.ofNullable(other.clash(wanted)).map(time -> reply(other, time)))
                .findFirst()
                .orElse(null);
    }

    /** Those of the times of a booking in which nobody else has its place. */
    List<Time> free(Booking wanted) {
        List<Booking> others =
                others(wanted).filter(other -> other.clash(wanted) != null).toList();
        return wanted.times().stream()
                .filter(time -> others.stream().allMatch(other -> other.times(time.from(), time.until())
                        .isEmpty()))
                .toList();
    }

    private Stream<Booking> others(Booking wanted) {
        return Stream.concat(
                        site.doorkeeper().bookings().excludedBy(wanted.place(), site.house()),
                        underWay.all(Booking.class)
                                .filter(booking -> booking.place().excludes(wanted.place(), site.house())))
                .filter(other -> !other.id().equals(wanted.id()));
    }

    private Reply reply(Booking other, Time time) {
        String what = other.zone() == null ? "resource " + other.resource() : "zone " + other.zone();
        return new Reply.Conflict(
                "The %s is booked from %s until %s by booking %s: choose another time, or remove that one."
                        .formatted(what, local(time.from()), local(time.until()), other.id()));
    }

    private String local(Instant instant) {
        return instant.atZone(site.house().timeZone()).toOffsetDateTime().toString();
    }
}

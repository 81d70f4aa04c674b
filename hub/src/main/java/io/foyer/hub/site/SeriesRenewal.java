package io.foyer.hub.site;

import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Booking.Series;
import io.foyer.hub.domain.access.Booking.Time;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a series that goes on ahead of the present, as the site's trail tells. Times that somebody else has booked by
 * then are theirs. One series a turn of the loop: each takes a few milliseconds.
 */
final class SeriesRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(SeriesRenewal.class);
    private static final Duration AHEAD = Duration.ofDays(500);
    private static final long PAUSE_MS = 20;

    private final Site site;
    private final UnderWay underWay;
    private final BookingConflicts conflicts;
    private final Clock clock;
    private final Consumer<Runnable> later;
    private final Consumer<Booking> put;
    private final Queue<String> due = new ArrayDeque<>();

    /**
     * The series of a site.
     *
     * @param put takes a series with its new times
     */
    SeriesRenewal(
            Site site,
            UnderWay underWay,
            BookingConflicts conflicts,
            Clock clock,
            LongFunction<Consumer<Runnable>> after,
            Consumer<Booking> put) {
        this.site = site;
        this.underWay = underWay;
        this.conflicts = conflicts;
        this.clock = clock;
        this.later = after.apply(PAUSE_MS);
        this.put = put;
    }

    /** Looks for series whose times come to an end; to be called once a day. */
    void look() {
        boolean rests = due.isEmpty();
        site.doorkeeper().bookings().goingOnWithout(clock.instant().plus(AHEAD)).stream()
                .map(Booking::id)
                .filter(id -> !due.contains(id))
                .forEach(due::add);
        if (rests) {
            next();
        }
    }

    private void next() {
        String id = due.poll();
        if (id != null) {
            Booking there = site.doorkeeper().bookings().get(id);
            // Who changes it at this moment gives it new times as well.
            if (there != null && there.equals(underWay.of(Readying.keyOfBooking(id), Booking.class, there))) {
                renew(there);
            }
            later.accept(this::next);
        }
    }

    private void renew(Booking there) {
        Series series = there.series();
        if (series == null) {
            return;
        }
        Recurrence recurrence = new Recurrence(series.rule(), there.from(), there.until(), series.except());
        if (!(recurrence.unroll(site.house().timeZone(), clock.instant()) instanceof Recurrence.Times times)) {
            LOG.warn("The series of booking {} has no times after {}: book it anew.", there.id(), there.ends());
            return;
        }
        Series renewed = new Series(series.rule(), series.except(), times.goesOn());
        List<Time> free = conflicts.free(there.repeating(renewed, times.times()));
        if (!free.isEmpty()) {
            put.accept(there.repeating(renewed, free));
        }
    }
}

package io.foyer.hub.site;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Booking.RepeatRule;
import io.foyer.hub.domain.access.Booking.TimeSpan;
import io.foyer.hub.site.command.CommandContext;
import io.foyer.hub.site.command.PutBooking;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews each series that goes on, so that its times reach far enough ahead. The trail of the site tells each renewal.
 * A time that somebody else has booked stays with the other booking. Each series takes a few milliseconds, so each has
 * its own turn of the loop.
 */
final class SeriesRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(SeriesRenewal.class);
    private static final Duration AHEAD = Duration.ofDays(500);
    private static final long PAUSE_MS = 20;
    private static final String ACTOR = "foyer";

    private final CommandContext context;
    private final CommandHandler handler;
    private final Consumer<Runnable> later;
    private final Queue<String> due = new ArrayDeque<>();

    SeriesRenewal(CommandContext context, CommandHandler handler, EventLoop loop) {
        this.context = context;
        this.handler = handler;
        this.later = loop.after(PAUSE_MS);
    }

    /** Looks for series whose times come to an end; to be called once a day. */
    void look() {
        boolean rests = due.isEmpty();
        context.doorkeeper().bookings().goingOnWithout(context.now().plus(AHEAD)).stream()
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
            Booking there = context.doorkeeper().bookings().get(id);
            // Where a person changes the series at this moment, that change brings new times too.
            if (there != null && there.equals(context.booking(id))) {
                renew(there);
            }
            later.accept(this::next);
        }
    }

    private void renew(Booking there) {
        RepeatRule series = there.series();
        if (series == null) {
            return;
        }
        Recurrence recurrence = new Recurrence(series.rule(), there.from(), there.until(), series.except());
        List<Booking> renewed = recurrence
                .unroll(context.definition().timeZone(), context.now())
                .either(times -> renewed(there, series, times), wrong -> ended(there));
        renewed.forEach(booking -> handler.handle(new PutBooking(booking), ACTOR));
    }

    private List<Booking> renewed(Booking there, RepeatRule series, Recurrence.TimesResult times) {
        RepeatRule on = new RepeatRule(series.rule(), series.except(), times.goesOn());
        List<TimeSpan> free = context.bookingConflicts().free(there.repeating(on, times.times()));
        return free.isEmpty() ? List.of() : List.of(there.repeating(on, free));
    }

    private static List<Booking> ended(Booking there) {
        LOG.warn("The series of booking {} has no times after {}. Write the booking again.", there.id(), there.ends());
        return List.of();
    }
}

package io.foyer.simulators.sense;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The messages of a stretch of the past, day by day, each by the time at which it was made. */
public final class Past implements Iterator<Signal> {
    private final Timeline timeline;
    private final ZoneId timeZone;
    private final Instant from;
    private final Instant until;
    private LocalDate date;
    private Iterator<Signal> today = List.<Signal>of().iterator();

    /** @param until excluded */
    public Past(Timeline timeline, ZoneId timeZone, Instant from, Instant until) {
        this.timeline = timeline;
        this.timeZone = timeZone;
        this.from = from;
        this.until = until;
        this.date = from.atZone(timeZone).toLocalDate();
    }

    @Override
    public boolean hasNext() {
        while (!today.hasNext() && date.atStartOfDay(timeZone).toInstant().isBefore(until)) {
            today = timeline.of(date).signals().stream()
                    .filter(signal -> !signal.at().isBefore(from) && signal.at().isBefore(until))
                    .filter(signal -> signal.due().isBefore(until))
                    .iterator();
            date = date.plusDays(1);
        }
        return today.hasNext();
    }

    @Override
    public Signal next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return today.next();
    }
}

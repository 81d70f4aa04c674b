package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** A zone's step function gathered into steps of the site's own clock. */
public final class OccupancyHistory {

    /** How long a step is. A day is as long as the calendar makes it, the others are cut from the local clock. */
    public enum OccupancyInterval {
        FIVE_MINUTES(300),
        QUARTER(900),
        HOUR(3600),
        DAY(0);

        private final int seconds;

        OccupancyInterval(int seconds) {
            this.seconds = seconds;
        }

        /** The beginning of the step that holds an instant. */
        public Instant startOf(Instant at, ZoneId zone) {
            if (this == DAY) {
                return LocalDate.ofInstant(at, zone).atStartOfDay(zone).toInstant();
            }
            long offset = zone.getRules().getOffset(at).getTotalSeconds();
            long second = at.getEpochSecond();
            return Instant.ofEpochSecond(second - Math.floorMod(second + offset, (long) seconds));
        }

        /** The beginning of the step behind the one that begins at {@code start}. */
        public Instant after(Instant start, ZoneId zone) {
            return this == DAY
                    ? LocalDate.ofInstant(start, zone)
                            .plusDays(1)
                            .atStartOfDay(zone)
                            .toInstant()
                    : start.plusSeconds(seconds);
        }
    }

    /**
     * One step.
     *
     * @param at its beginning
     * @param mean people over the time of which the count is known; null where none is
     * @param max the highest count of that time; null with it
     */
    public record OccupancyItem(
            Instant at, @Nullable Double mean, @Nullable Integer max, int entries, int exits) {}

    private final OccupancyInterval step;
    private final ZoneId zone;
    private final Instant from;
    private final Instant end;
    private final List<OccupancyItem> items = new ArrayList<>();
    private @Nullable CountPoint held;

    /** Where the first point or the range begins, and how far the time since then has been weighed. */
    private Instant begin;

    private Instant at;
    private Instant start;
    private Instant after;

    // Of the step that is under way. Whole numbers, or the mean of twelve all the time would be 11.999999999999998.
    private long peopleMicros;
    private long micros;
    private @Nullable Integer max;
    private int entries;
    private int exits;

    private OccupancyHistory(OccupancyInterval step, ZoneId zone, Instant from, Instant end) {
        this.step = step;
        this.zone = zone;
        this.from = from;
        this.end = end;
        begin = from;
        at = from;
        start = from;
        after = from;
    }

    /**
     * Takes points in order of time, first the last one before {@code from}, if there is one, and makes steps of them, in
     * order of time: those that overlap [from, to), without those that end before the first point and those that begin
     * after the present. Only what lies in [from, to) counts, and only the steps are kept, however many points there are.
     *
     * @param now the end of what the last point can hold for
     */
    public static Collector<CountPoint, ?, List<OccupancyItem>> of(
            OccupancyInterval step, ZoneId zone, Instant from, Instant to, Instant now) {
        return Collector.of(
                () -> new OccupancyHistory(step, zone, from, earlier(to, now)),
                OccupancyHistory::add,
                TimeOrder.only(),
                OccupancyHistory::done);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void add(CountPoint point) {
        if (held == null) {
            begin = point.at().isAfter(from) ? point.at() : from;
            at = begin;
            start = step.startOf(begin, zone);
            after = step.after(start, zone);
        } else {
            hold(held.count(), earlier(point.at(), end));
        }
        held = point;
        if (!point.at().isBefore(begin) && point.at().isBefore(end)) {
            entries += point.entries();
            exits += point.exits();
        }
    }

    private List<OccupancyItem> done() {
        if (held != null) {
            hold(held.count(), end);
            if (start.isBefore(end)) {
                finish();
            }
        }
        return List.copyOf(items);
    }

    private void hold(@Nullable Integer count, Instant until) {
        while (at.isBefore(until)) {
            Instant stop = earlier(after, until);
            if (count != null) {
                long time = at.until(stop, ChronoUnit.MICROS);
                peopleMicros += time * count;
                micros += time;
                max = max == null ? count : Integer.valueOf(Math.max(max, count));
            }
            at = stop;
            if (at.equals(after)) {
                finish();
            }
        }
    }

    private void finish() {
        items.add(new OccupancyItem(start, micros > 0 ? (double) peopleMicros / micros : null, max, entries, exits));
        start = after;
        after = step.after(start, zone);
        peopleMicros = 0;
        micros = 0;
        max = null;
        entries = 0;
        exits = 0;
    }
}

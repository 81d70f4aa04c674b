package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A zone's step function gathered into steps of the site's own clock. */
public final class OccupancyHistory {
    private OccupancyHistory() {}

    /** How long a step is. A day is as long as the calendar makes it, the others are cut from the local clock. */
    public enum Step {
        FIVE_MINUTES(300),
        QUARTER(900),
        HOUR(3600),
        DAY(0);

        private final int seconds;

        Step(int seconds) {
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
    public record Item(
            Instant at, @Nullable Double mean, @Nullable Integer max, int entries, int exits) {}

    /**
     * Steps in order of time that overlap [from, to), without those that end before the first point and those that begin
     * after the present. Only what lies in [from, to) counts.
     *
     * @param points in order of time, first the last one before {@code from}, if there is one
     * @param now the end of what the last point can hold for
     */
    public static List<Item> of(List<Point> points, Step step, ZoneId zone, Instant from, Instant to, Instant now) {
        List<Item> items = new ArrayList<>();
        if (points.isEmpty()) {
            return items;
        }
        Instant first = points.get(0).at();
        Instant begin = first.isAfter(from) ? first : from;
        Instant end = to.isBefore(now) ? to : now;
        int next = 0;
        for (Instant start = step.startOf(begin, zone); start.isBefore(end); start = step.after(start, zone)) {
            Instant after = step.after(start, zone);
            Instant until = after.isBefore(end) ? after : end;
            Instant at = start.isBefore(begin) ? begin : start;
            // Whole numbers, or the mean of twelve all the time would be 11.999999999999998.
            long peopleMicros = 0;
            long micros = 0;
            Integer max = null;
            int entries = 0;
            int exits = 0;
            while (at.isBefore(until)) {
                while (next < points.size() && !points.get(next).at().isAfter(at)) {
                    boolean counts = !points.get(next).at().isBefore(begin);
                    entries += counts ? points.get(next).entries() : 0;
                    exits += counts ? points.get(next).exits() : 0;
                    next++;
                }
                Instant change = next < points.size() ? points.get(next).at() : until;
                Instant stop = change.isBefore(until) ? change : until;
                Integer count = points.get(next - 1).count();
                if (count != null) {
                    long held = at.until(stop, ChronoUnit.MICROS);
                    peopleMicros += held * count;
                    micros += held;
                    max = max == null ? count : Integer.valueOf(Math.max(max, count));
                }
                at = stop;
            }
            items.add(new Item(start, micros > 0 ? (double) peopleMicros / micros : null, max, entries, exits));
        }
        return items;
    }
}

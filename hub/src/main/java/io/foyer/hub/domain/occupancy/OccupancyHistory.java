package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** The kept steps of a zone gathered into steps of the site's own clock. */
public final class OccupancyHistory {
    private final OccupancyInterval step;
    private final ZoneId zone;
    private final Instant from;
    private final Instant end;
    private final List<OccupancyItem> items = new ArrayList<>();
    private @Nullable ZoneStep held;

    /** The time before this instant is weighed. */
    private Instant at;

    private Instant start;
    private Instant after;

    // The sums of the step under way. They are whole numbers below 2^53, so a double holds each exactly.
    private double people;
    private double known;
    private double used;
    private @Nullable Integer max;
    private long entries;
    private long exits;

    private OccupancyHistory(OccupancyInterval step, ZoneId zone, Instant from, Instant end) {
        this.step = step;
        this.zone = zone;
        this.from = from;
        this.end = end;
        at = from;
        start = from;
        after = from;
    }

    /**
     * Makes the steps of a history from kept steps. The kept steps have the size that {@link OccupancyInterval#parts}
     * names and come in order of time. The first of them is the last one that begins before {@code from}, if there is
     * one.
     *
     * <p>The result has the steps that overlap [from, to), in order of time. It has no step that ends before the first
     * point, and no step that begins after the present. The kept steps at both ends count whole. Memory holds only the
     * result and one kept step.
     *
     * @param now the instant until which the last count can hold
     */
    public static Collector<ZoneStep, ?, List<OccupancyItem>> of(
            OccupancyInterval step, ZoneId zone, Instant from, Instant to, Instant now) {
        StepSize size = step.parts(zone, from, to);
        Instant end = size.ceiling(to);
        return Collector.of(
                () -> new OccupancyHistory(step, zone, size.startOf(from), end.isBefore(now) ? end : now),
                OccupancyHistory::add,
                TimeOrder.only(),
                OccupancyHistory::done);
    }

    private void add(ZoneStep next) {
        if (held == null) {
            at = later(next.start(), from);
            start = step.startOf(at, zone);
            after = step.after(start, zone);
        } else {
            hold(held.count(), earlier(next.start(), end));
        }
        held = next;
        if (!next.start().isBefore(from) && next.start().isBefore(end)) {
            gather(next);
        }
    }

    private void gather(ZoneStep part) {
        Integer count = part.count();
        Instant stop = earlier(part.end(), later(end, part.newest()));
        double beyond = count == null ? 0 : stop.until(part.end(), ChronoUnit.MICROS);
        people += part.people() - beyond * (count == null ? 0 : count);
        known += part.known() - beyond;
        used += part.used() - (count != null && count > 0 ? beyond : 0);
        max = higher(max, higher(part.most(), part.newest().isBefore(stop) ? count : null));
        entries += part.entries();
        exits += part.exits();
        at = part.end();
        if (!at.isBefore(after)) {
            finish();
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
                double time = at.until(stop, ChronoUnit.MICROS);
                people += time * count;
                known += time;
                used += count > 0 ? time : 0;
                max = higher(max, count);
            }
            at = stop;
            if (at.equals(after)) {
                finish();
            }
        }
    }

    private void finish() {
        items.add(new OccupancyItem(start, people, known, used, max, entries, exits));
        start = after;
        after = step.after(start, zone);
        people = 0;
        known = 0;
        used = 0;
        max = null;
        entries = 0;
        exits = 0;
    }

    private static @Nullable Integer higher(@Nullable Integer one, @Nullable Integer other) {
        return one == null || (other != null && other > one) ? other : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package io.foyer.hub.store;

import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the points of one group into steps of each length, zone by zone, for {@link ZoneStatements#STEP}. */
final class StepRows {
    private static final StepSize[] SIZES = StepSize.values();

    private final Map<Integer, ZoneTail> tails = new HashMap<>();
    private final Map<PlacedStep, BatchStep> steps = new HashMap<>();

    private record PlacedStep(int zone, int seconds, long number) {}

    /** A zone's newest point, and the step of each length that holds it. */
    private static final class ZoneTail {
        private final long earliest;
        private long at = Long.MIN_VALUE;
        private @Nullable Integer count;
        private final @Nullable BatchStep[] open = new BatchStep[SIZES.length];

        ZoneTail(long earliest) {
            this.earliest = earliest;
        }
    }

    /**
     * The points of one step. The sums assume that the last count holds until the step's end. Times in microseconds.
     */
    private static final class BatchStep {
        private final PlacedStep place;
        private final long end;
        private final long first;
        private final long earliest;
        private final boolean follows;
        private final @Nullable Integer before;
        private long newest;
        private @Nullable Integer count;
        private long people;
        private long known;
        private long used;
        private @Nullable Integer most;
        private long entries;
        private long exits;
        private boolean late;

        BatchStep(PlacedStep place, long at, long earliest, boolean follows, @Nullable Integer before) {
            this.place = place;
            this.end = (place.number() + 1) * place.seconds() * 1_000_000L;
            this.first = at;
            this.earliest = earliest;
            this.newest = at;
            this.follows = follows;
            this.before = before;
        }

        void add(long at, CountPoint point) {
            Integer held = count;
            Integer now = point.count();
            long rest = end - at;
            people += (people(now) - people(held)) * rest;
            known += (now == null ? 0 : rest) - (held == null ? 0 : rest);
            used += (people(now) > 0 ? rest : 0) - (people(held) > 0 ? rest : 0);
            most = at > newest && held != null && (most == null || held > most) ? held : most;
            entries += point.entries();
            exits += point.exits();
            newest = at;
            count = now;
        }

        void addLate(long at, CountPoint point) {
            late = true;
            if (at >= newest) {
                newest = at;
                count = point.count();
            }
        }

        private static long people(@Nullable Integer count) {
            return count == null ? 0 : count;
        }

        @Nullable Object[] row() {
            return new @Nullable Object[] {
                place.zone(),
                place.seconds(),
                time(end - place.seconds() * 1_000_000L),
                time(first),
                time(newest),
                end - first,
                count,
                people,
                known,
                used,
                most,
                entries,
                exits,
                follows,
                before,
                late,
                time(earliest)
            };
        }

        private static OffsetDateTime time(long micros) {
            return RowTimes.toRow(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        }
    }

    /** Adds a point. A point before the zone's newest one only marks its steps. */
    void add(int zone, CountPoint point) {
        long at = ChronoUnit.MICROS.between(Instant.EPOCH, point.at().truncatedTo(ChronoUnit.MICROS));
        ZoneTail tail = tails.computeIfAbsent(zone, any -> new ZoneTail(at));
        boolean first = tail.at == Long.MIN_VALUE;
        for (int size = 0; size < SIZES.length; size++) {
            int seconds = SIZES[size].seconds();
            long number = Math.floorDiv(at, seconds * 1_000_000L);
            @Nullable BatchStep open = tail.open[size];
            if (at < tail.at) {
                PlacedStep place = new PlacedStep(zone, seconds, number);
                steps.computeIfAbsent(place, any -> new BatchStep(place, at, tail.earliest, false, null))
                        .addLate(at, point);
            } else {
                if (open == null || open.place.number() != number) {
                    PlacedStep place = new PlacedStep(zone, seconds, number);
                    open = new BatchStep(place, at, tail.earliest, !first, tail.count);
                    tail.open[size] = open;
                    steps.put(place, open);
                }
                open.add(at, point);
            }
        }
        if (at >= tail.at) {
            tail.at = at;
            tail.count = point.count();
        }
    }

    List<@Nullable Object[]> rows() {
        List<@Nullable Object[]> rows = new ArrayList<>(steps.size());
        steps.values().forEach(step -> rows.add(step.row()));
        return rows;
    }
}

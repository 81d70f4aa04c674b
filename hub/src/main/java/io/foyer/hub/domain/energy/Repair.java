package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.Judged.Booking;
import io.foyer.hub.domain.energy.Judged.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds the readings around a late one again, as if it had come in time.
 *
 * @param changed the late reading, and others that are now judged otherwise
 * @param quarters those that the change touches, each computed anew from all its bookings; nothing left in one is 0
 * @param end the fold's state behind the newest reading, or null where the repair ended before it
 */
record Repair(List<Judged> changed, Collection<Quarter> quarters, Register.@Nullable State end) {
    private static final Repair NOTHING = new Repair(List.of(), List.of(), null);
    private static final int SURE_RISES = 3;

    /**
     * A late reading of an instant that has one already is ignored, and so is one from before the journal's memory.
     *
     * @param around in order of time, as the journal promises them
     */
    static Repair of(String meter, List<Judged> around, Reading late, Limits limits) {
        NavigableMap<Instant, Judged> rows = new TreeMap<>();
        around.forEach(row -> rows.put(row.reading().at(), row));
        boolean forgotten = !rows.isEmpty()
                && late.at().isBefore(rows.firstKey())
                && rows.firstEntry().getValue().verdict() != Verdict.BASELINE;
        if (rows.containsKey(late.at()) || forgotten) {
            return NOTHING;
        }
        Judged start = startBefore(new ArrayList<>(rows.headMap(late.at()).values()));
        NavigableMap<Instant, Judged> anew = new TreeMap<>(rows);
        anew.put(late.at(), new Judged(late, Verdict.HELD, null));
        Register.State state = start == null ? Register.State.EMPTY : Register.State.at(start.reading());
        List<Judged> left =
                List.copyOf((start == null ? anew : anew.tailMap(start.reading().at(), false)).values());
        boolean met = false;
        for (int i = 0; i < left.size() && !met; i++) {
            Reading reading = left.get(i).reading();
            Register.Step step = Register.next(state, reading, limits);
            step.judged().forEach(judged -> anew.put(judged.reading().at(), judged));
            state = step.state();
            met = reading.at().isAfter(late.at())
                    && isWhole(rows, Quarters.startOf(reading.at()))
                    && state.equals(Register.State.at(reading))
                    && isSettled(List.copyOf(rows.headMap(reading.at(), true).values()));
        }
        return new Repair(changed(rows, anew), quarters(meter, rows, anew), met ? null : state);
    }

    private static List<Judged> changed(SortedMap<Instant, Judged> rows, SortedMap<Instant, Judged> anew) {
        return anew.values().stream()
                .filter(row -> !row.equals(rows.get(row.reading().at())))
                .toList();
    }

    private static Collection<Quarter> quarters(
            String meter, NavigableMap<Instant, Judged> rows, NavigableMap<Instant, Judged> anew) {
        NavigableMap<Instant, Quarter> touched = new TreeMap<>();
        List<Booking> all = new ArrayList<>();
        for (Judged row : anew.values()) {
            Booking now = row.booked();
            Judged earlier = rows.get(row.reading().at());
            Booking before = earlier == null ? null : earlier.booked();
            if (now != null) {
                all.add(now);
            }
            if (!row.equals(earlier)) {
                touch(meter, touched, before);
                touch(meter, touched, now);
            }
        }
        if (!touched.isEmpty()) {
            Instant from = touched.firstKey();
            Instant to = touched.lastKey().plus(Quarters.LENGTH);
            all.removeIf(
                    booking -> !booking.to().isAfter(from) || !booking.from().isBefore(to));
            NavigableMap<Instant, Quarter> sums = Quarters.add(meter, touched, all);
            touched.replaceAll((start, nothing) -> sums.getOrDefault(start, nothing));
        }
        return touched.values();
    }

    private static void touch(String meter, NavigableMap<Instant, Quarter> touched, @Nullable Booking booking) {
        if (booking != null) {
            Quarters.add(meter, touched, List.of(booking))
                    .keySet()
                    .forEach(start -> touched.put(start, new Quarter(meter, start, 0, false)));
        }
    }

    /** The newest of these rows behind which the fold surely held nothing back; null where it must begin afresh. */
    private static @Nullable Judged startBefore(List<Judged> rows) {
        int newest = newestBelieved(rows, rows.size());
        int beginning = beginningNear(rows, newest);
        if (beginning < 0) {
            return newest < 0 ? null : rows.get(newest);
        }
        int before = newestBelieved(rows, beginning);
        return before < 0 ? null : rows.get(before);
    }

    /** A quarter can be computed anew only with all its bookings, also those that end behind it. */
    private static boolean isWhole(NavigableMap<Instant, Judged> rows, Instant quarter) {
        return !rows.lastKey().isBefore(quarter.plus(Quarters.LENGTH));
    }

    private static boolean isSettled(List<Judged> rows) {
        int newest = newestBelieved(rows, rows.size());
        return newest == rows.size() - 1 && beginningNear(rows, newest) < 0;
    }

    private static int newestBelieved(List<Judged> rows, int end) {
        int i = end - 1;
        while (i >= 0 && (rows.get(i).verdict() == Verdict.HELD || rows.get(i).verdict() == Verdict.ERROR)) {
            i--;
        }
        return i;
    }

    /**
     * A new beginning is told only by readings after it, so a row behind one may have been held when it was read. The
     * register is done with a beginning after three rises or 24 hours at the latest; in front of one, and behind any
     * other believed reading, it holds nothing.
     *
     * @return the row of a beginning that may not yet have been understood at row {@code i}, or -1
     */
    private static int beginningNear(List<Judged> rows, int i) {
        int rises = 0;
        double above = 0;
        for (int k = i; k >= 0; k = newestBelieved(rows, k)) {
            Judged row = rows.get(k);
            rises += above > row.reading().register() ? 1 : 0;
            above = row.reading().register();
            Duration age =
                    Duration.between(row.reading().at(), rows.get(i).reading().at());
            if (rises >= SURE_RISES || age.compareTo(Register.HOLD) >= 0) {
                return -1;
            }
            switch (row.verdict()) {
                case EPOCH, RESTART, ROLLOVER -> {
                    return k;
                }
                case BASELINE -> {
                    return -1;
                }
                case SOUND, HELD, ERROR -> {}
            }
        }
        return -1;
    }
}

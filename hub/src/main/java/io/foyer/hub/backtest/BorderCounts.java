package io.foyer.hub.backtest;

import io.foyer.hub.domain.time.DailyTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The ways in which people are usually counted from the lines at the border of one zone. None falls below zero. */
final class BorderCounts {
    static final LocalTime RESET = LocalTime.of(4, 0);

    /** The longest stay of a register: of 4, 8, 12 and 16 hours it serves the recorded room best. */
    private static final Duration LONGEST_STAY = Duration.ofHours(12);

    private final DailyTime reset;
    private final TreeMap<Instant, int[]> passages = new TreeMap<>();

    BorderCounts(ZoneId timeZone) {
        this.reset = new DailyTime(RESET, timeZone);
    }

    /** People have passed the border. */
    void pass(int in, int out, Instant at) {
        int[] both = passages.computeIfAbsent(at, key -> new int[2]);
        both[0] += in;
        both[1] += out;
    }

    /** Entries less exits since the beginning. */
    NavigableMap<Instant, Integer> plain() {
        TreeMap<Instant, Integer> counts = new TreeMap<>();
        int people = 0;
        for (var passage : passages.entrySet()) {
            people = Math.max(0, people + passage.getValue()[0] - passage.getValue()[1]);
            counts.put(passage.getKey(), people);
        }
        return counts;
    }

    /** The same, with nobody inside at four in the morning. */
    NavigableMap<Instant, Integer> reset() {
        TreeMap<Instant, Integer> counts = new TreeMap<>();
        int people = 0;
        LocalDate last = null;
        for (var passage : passages.entrySet()) {
            LocalDate day = reset.lastDay(passage.getKey());
            if (last != null && day.isAfter(last)) {
                counts.put(reset.on(last.plusDays(1)), 0);
                people = 0;
            }
            last = day;
            people = Math.max(0, people + passage.getValue()[0] - passage.getValue()[1]);
            counts.put(passage.getKey(), people);
        }
        return counts;
    }

    /** A register of entries: an exit strikes out the oldest, and an entry ends by itself after the longest stay. */
    NavigableMap<Instant, Integer> register() {
        TreeMap<Instant, Integer> counts = new TreeMap<>();
        Deque<Instant> entries = new ArrayDeque<>();
        for (var passage : passages.entrySet()) {
            Instant at = passage.getKey();
            while (!entries.isEmpty() && entries.peekFirst().plus(LONGEST_STAY).isBefore(at)) {
                counts.put(entries.removeFirst().plus(LONGEST_STAY), entries.size());
            }
            for (int in = 0; in < passage.getValue()[0]; in++) {
                entries.addLast(at);
            }
            for (int out = 0; out < passage.getValue()[1] && !entries.isEmpty(); out++) {
                entries.removeFirst();
            }
            counts.put(at, entries.size());
        }
        while (!entries.isEmpty()) {
            counts.put(entries.removeFirst().plus(LONGEST_STAY), entries.size());
        }
        return counts;
    }
}

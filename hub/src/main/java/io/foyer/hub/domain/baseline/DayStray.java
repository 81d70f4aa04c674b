package io.foyer.hub.domain.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** A day beside what was expected of it, in mWh, ml or bytes. */
final class DayStray {
    /** An hour stands out that is so many standard deviations away, */
    private static final double FAR = 3;

    /** and so much of the way of the day's furthest one. */
    private static final double SHARE = 0.2;

    private final LocalDate day;
    private final double[] expected;
    private final double[] used;
    private final double[] scales;
    private final double furthest;

    DayStray(LocalDate day, double[] expected, double[] used, double[] scales) {
        this.day = day;
        this.expected = expected;
        this.used = used;
        this.scales = scales;
        furthest = IntStream.range(0, used.length)
                .mapToDouble(this::distance)
                .max()
                .orElse(0);
    }

    LocalDate day() {
        return day;
    }

    /** By how much more was used than expected, as a share; NaN where it cannot be said. */
    double share() {
        return Arrays.stream(used).sum() / Arrays.stream(expected).sum() - 1;
    }

    /** The first hour that stands out; the day's first where none does. */
    int firstFar() {
        int hour = 0;
        while (hour < used.length && !isFar(hour)) {
            hour++;
        }
        return hour == used.length ? 0 : hour;
    }

    /** The hour after the last one that stands out; the day's end where none does. */
    int endOfFar() {
        int hour = used.length;
        while (hour > 0 && !isFar(hour - 1)) {
            hour--;
        }
        return hour == 0 ? used.length : hour;
    }

    private boolean isFar(int hour) {
        return distance(hour) > Math.max(FAR * scales[hour], SHARE * furthest);
    }

    private double distance(int hour) {
        return Math.abs(used[hour] - expected[hour]);
    }

    /** Adds what was used beyond what was expected in the hours [from, until). */
    void addExcess(int from, int until, ZoneId zone, SortedMap<Instant, Long> excess) {
        for (int hour = from; hour < until; hour++) {
            excess.merge(
                    day.atTime(hour, 0).atZone(zone).toInstant(), Math.round(used[hour] - expected[hour]), Long::sum);
        }
    }
}

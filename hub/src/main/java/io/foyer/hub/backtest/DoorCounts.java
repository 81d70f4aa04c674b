package io.foyer.hub.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * People in and out at a door, by half hours, and how many were inside. The sensor misses people, so a day, which ends at
 * four in the morning, is corrected by itself: ins and outs are each made as many as both are on average, nobody is left
 * at its end, and never are there less than none. On a day on which people leave before they come, the two were swapped.
 */
final class DoorCounts {
    static final int QUARTERS = 96;

    private static final int HALF_HOURS = 48;

    /** Four in the morning, when the house is emptiest. */
    private static final int BEGIN = 8;

    /** What the door says of the outs for each in is learned from so many days. */
    private static final int LEARNED_DAYS = 10;

    private final LocalDate first;
    private final double[] in;
    private final double[] out;

    private DoorCounts(LocalDate first, double[] in, double[] out) {
        this.first = first;
        this.in = in;
        this.out = out;
    }

    /** Lines of {@code timestamp,in,out} behind a heading, every half hour from a midnight on. */
    static DoorCounts read(Path file) throws IOException {
        List<String[]> rows = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        DoorCounts counts = new DoorCounts(
                LocalDateTime.parse(rows.get(0)[0]).toLocalDate(),
                rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray(),
                rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray());
        for (int at = 0; at < counts.in.length; at += HALF_HOURS) {
            counts.putRight(Math.max(0, at - HALF_HOURS + BEGIN), Math.min(at + BEGIN, counts.in.length));
        }
        counts.putRight(counts.in.length - HALF_HOURS + BEGIN, counts.in.length);
        return counts;
    }

    LocalDate first() {
        return first;
    }

    int days() {
        return in.length / HALF_HOURS;
    }

    private void putRight(int from, int to) {
        if (centre(in, from, to) > centre(out, from, to)) {
            for (int at = from; at < to; at++) {
                double came = in[at];
                in[at] = out[at];
                out[at] = came;
            }
        }
    }

    /** The mean time at which people passed. */
    private static double centre(double[] passed, int from, int to) {
        double times = 0;
        for (int at = from; at < to; at++) {
            times += passed[at] * at;
        }
        return times / sum(passed, from, to);
    }

    private static double sum(double[] passed, int from, int to) {
        double sum = 0;
        for (int at = from; at < to; at++) {
            sum += passed[at];
        }
        return sum;
    }

    /** The people inside in each quarter-hour, as told when each day was over. */
    double[] afterwards() {
        double[] inside = new double[in.length + 1];
        for (int from = BEGIN - HALF_HOURS; from < in.length; from += HALF_HOURS) {
            int begin = Math.max(0, from);
            int end = Math.min(from + HALF_HOURS, in.length);
            double came = sum(in, begin, end);
            double left = sum(out, begin, end);
            if (came > 0 && left > 0) {
                count(inside, begin, end, left / came);
                double over = inside[end];
                double gone = 0;
                for (int at = begin; at < end; at++) {
                    gone += out[at];
                    inside[at + 1] = Math.max(0, inside[at + 1] - over * gone / left);
                }
            }
        }
        return quarters(inside);
    }

    /** The people inside in each quarter-hour, as told then: from the outs for each in of days before. */
    double[] atTheTime() {
        double[] inside = new double[in.length + 1];
        for (int begin = BEGIN; begin < in.length; begin += HALF_HOURS) {
            int learned = Math.max(0, begin - LEARNED_DAYS * HALF_HOURS);
            double came = sum(in, learned, begin);
            double left = sum(out, learned, begin);
            inside[begin] = 0;
            count(inside, begin, Math.min(begin + HALF_HOURS, in.length), came > 0 && left > 0 ? left / came : 1);
        }
        return quarters(inside);
    }

    private void count(double[] inside, int begin, int end, double outsForEachIn) {
        for (int at = begin; at < end; at++) {
            double change = in[at] * (1 + outsForEachIn) / 2 - out[at] * (1 + 1 / outsForEachIn) / 2;
            double before = at == begin ? 0 : inside[at];
            inside[at + 1] = Math.max(0, before + change);
        }
    }

    private static double[] quarters(double[] inside) {
        double[] quarters = new double[2 * (inside.length - 1)];
        for (int at = 0; at < inside.length - 1; at++) {
            double change = inside[at + 1] - inside[at];
            quarters[2 * at] = inside[at] + change / 4;
            quarters[2 * at + 1] = inside[at] + change * 3 / 4;
        }
        return quarters;
    }
}

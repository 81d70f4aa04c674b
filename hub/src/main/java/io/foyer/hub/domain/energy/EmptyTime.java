package io.foyer.hub.domain.energy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a zone was empty, as stretches of constant power. Plain arrays hold the stretches, because there
 * are many.
 */
final class EmptyTime {
    /** A year of two meters that report each minute; 20 MB. */
    static final int MOST = 1_000_000;

    private static final double QUIETEST = 0.1;
    private static final int FIRST = 64;

    private double[] hours = new double[FIRST];
    private double[] powers = new double[FIRST];

    /** The number of meters with a booking in the stretch; negative where a booking is an estimate. */
    private int[] meters = new int[FIRST];

    private int size;
    private boolean whole = true;

    /** Adds a stretch. Beyond {@link #MOST} stretches the time is no longer whole. */
    void add(double stretch, double power, int open, boolean estimated) {
        if (size == MOST) {
            whole = false;
            return;
        }
        if (size == hours.length) {
            int more = Math.min(MOST, size * 2);
            hours = Arrays.copyOf(hours, more);
            powers = Arrays.copyOf(powers, more);
            meters = Arrays.copyOf(meters, more);
        }
        hours[size] = stretch;
        powers[size] = power;
        meters[size++] = estimated ? -open : open;
    }

    /** True where no stretch is missing. */
    boolean isWhole() {
        return whole;
    }

    double quantity() {
        double quantity = 0;
        for (int i = 0; i < size; i++) {
            quantity += powers[i] * hours[i];
        }
        return quantity;
    }

    double above(@Nullable Double standby) {
        double above = 0;
        for (int i = 0; i < size && standby != null; i++) {
            above += Math.max(0, powers[i] - standby) * hours[i];
        }
        return above;
    }

    boolean isEstimated() {
        return IntStream.range(0, size).anyMatch(i -> meters[i] < 0 && powers[i] > 0);
    }

    /**
     * The power below which the quietest tenth of the time stays. Only the time in which {@code open} meters were
     * measured counts.
     */
    @Nullable Double standby(int open) {
        int[] measured = IntStream.range(0, size)
                .filter(i -> meters[i] == open)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> powers[i]))
                .mapToInt(i -> i)
                .toArray();
        double left =
                QUIETEST * Arrays.stream(measured).mapToDouble(i -> hours[i]).sum();
        for (int i : measured) {
            left -= hours[i];
            if (left <= 0) {
                return powers[i];
            }
        }
        return null;
    }
}

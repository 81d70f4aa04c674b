package io.foyer.hub.domain.baseline;

import java.util.Arrays;

/**
 * How far the use of hours lay from what was expected, and the range that follows: quantiles of the errors of the same
 * hour of the clock and of the one before and after, on days of work or of rest. Each error is that of an expectation
 * which had not seen the hour: an hour is one in n of its own mean, so its residual is (n − 1) / n of that.
 */
final class HourErrors {
    private static final int SPAN = 1;

    private final double[][] errors;

    /** @param classes which hours scatter alike: first those of days of work, then those of days of rest */
    HourErrors(RobustFit fit, int[] group, int[] classes) {
        int number = 2 * HourTable.HOURS;
        int[] counts = new int[number];
        for (int each : group) {
            counts[classes[each]]++;
        }
        double[][] byClass = new double[number][];
        Arrays.setAll(byClass, each -> new double[counts[each]]);
        for (int i = 0; i < group.length; i++) {
            int size = fit.size[group[i]];
            int of = classes[group[i]];
            byClass[of][--counts[of]] = fit.residual(i) * size / Math.max(1, size - 1);
        }
        errors = new double[number][];
        Arrays.setAll(errors, of -> near(byClass, of));
    }

    private static double[] near(double[][] byClass, int of) {
        int side = of / HourTable.HOURS * HourTable.HOURS;
        double[] near = new double[0];
        for (int shift = -SPAN; shift <= SPAN; shift++) {
            double[] more = byClass[side + Math.floorMod(of + shift, HourTable.HOURS)];
            near = Arrays.copyOf(near, near.length + more.length);
            System.arraycopy(more, 0, near, near.length - more.length, more.length);
        }
        Arrays.sort(near);
        return near;
    }

    /** The error below which such a share of them lies; between two, on the line; 0 where none is known. */
    double quantile(int of, double share) {
        double[] sorted = errors[of];
        if (sorted.length == 0) {
            return 0;
        }
        double place = Math.min(Math.max(share * sorted.length - 0.5, 0), sorted.length - 1.0);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}

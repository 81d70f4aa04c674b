package io.foyer.hub.domain.baseline;

import java.util.Arrays;

/**
 * The regression y = level of the group + slope · (x − mean x of the group), by Huber's M-estimate with reweighted least
 * squares (Huber and Ronchetti, Robust Statistics, 2009, 7.8). A group's mean is taken off y and x first, so that one
 * slope remains (Frisch and Waugh, 1933): nothing large is solved. It begins at the medians, so that a few gross errors
 * do not count.
 */
final class RobustFit {
    /**
     * A residual beyond so many standard deviations counts less. It is far out, because a mean is wanted and use is
     * skewed: at Huber's usual 1.345 a month's sum would be told too low.
     */
    private static final double FAR = 3;

    private static final int MOST_ROUNDS = 20;

    /** It ends where no level moves by more than this share of a standard deviation. */
    private static final double ENOUGH = 1e-4;

    private final double[] y;
    private final double[] x;
    private final int[] group;
    private final double[] weights;
    private final double[] scales;
    private final int[] scaleOf;

    final double[] level;
    final double[] meanX;
    final int[] size;
    double slope;

    /**
     * @param x 0 everywhere where there is no such variable; a negative slope is taken for none
     * @param group of each y, from 0
     * @param scaleOf of each group: which groups scatter alike, from 0
     */
    RobustFit(double[] y, double[] x, int[] group, int[] scaleOf) {
        this.y = y;
        this.x = x;
        this.group = group;
        this.scaleOf = scaleOf;
        weights = new double[y.length];
        scales = new double[Arrays.stream(scaleOf).max().orElse(-1) + 1];
        level = new double[scaleOf.length];
        meanX = new double[scaleOf.length];
        size = new int[scaleOf.length];
        for (int each : group) {
            size[each]++;
        }
        fit();
    }

    private void fit() {
        Arrays.fill(weights, 1);
        means();
        System.arraycopy(medians(y, group, level.length), 0, level, 0, level.length);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            weigh();
            double[] before = level.clone();
            means();
            slope();
            if (isNear(before)) {
                return;
            }
        }
    }

    private boolean isNear(double[] before) {
        for (int i = 0; i < before.length; i++) {
            if (Math.abs(level[i] - before[i]) > ENOUGH * scale(i)) {
                return false;
            }
        }
        return true;
    }

    double residual(int i) {
        return y[i] - level[group[i]] - slope * (x[i] - meanX[group[i]]);
    }

    /** The standard deviation of a group's y, from the median of the distances; 0 where nothing scatters. */
    double scale(int ofGroup) {
        return scales[scaleOf[ofGroup]];
    }

    private void weigh() {
        double[] distances = new double[y.length];
        int[] classes = new int[y.length];
        for (int i = 0; i < y.length; i++) {
            distances[i] = Math.abs(residual(i));
            classes[i] = scaleOf[group[i]];
        }
        double[] middles = medians(distances, classes, scales.length);
        for (int each = 0; each < scales.length; each++) {
            scales[each] = 1.4826 * middles[each];
        }
        for (int i = 0; i < y.length; i++) {
            double far = FAR * scale(group[i]);
            weights[i] = distances[i] <= far ? 1 : Math.max(far / distances[i], 1e-6);
        }
    }

    private void means() {
        double[] sums = new double[level.length];
        Arrays.fill(level, 0);
        Arrays.fill(meanX, 0);
        for (int i = 0; i < y.length; i++) {
            sums[group[i]] += weights[i];
            level[group[i]] += weights[i] * y[i];
            meanX[group[i]] += weights[i] * x[i];
        }
        for (int each = 0; each < level.length; each++) {
            level[each] = size[each] == 0 ? Double.NaN : level[each] / sums[each];
            meanX[each] = size[each] == 0 ? Double.NaN : meanX[each] / sums[each];
        }
    }

    private void slope() {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            double distance = x[i] - meanX[group[i]];
            products += weights[i] * distance * (y[i] - level[group[i]]);
            squares += weights[i] * distance * distance;
        }
        slope = squares > 0 ? Math.max(0, products / squares) : 0;
    }

    /** By key: the median of the values; NaN where there are none. */
    static double[] medians(double[] values, int[] keys, int number) {
        int[] counts = new int[number];
        for (int key : keys) {
            counts[key]++;
        }
        double[][] sorted = new double[number][];
        Arrays.setAll(sorted, key -> new double[counts[key]]);
        for (int i = 0; i < values.length; i++) {
            sorted[keys[i]][--counts[keys[i]]] = values[i];
        }
        return Arrays.stream(sorted).mapToDouble(RobustFit::median).toArray();
    }

    /** Sorts the values. */
    static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length == 0
                ? Double.NaN
                : values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}

package io.foyer.hub.domain.baseline;

import java.time.LocalDate;
import java.util.Arrays;

/** The 24 errors of a day beside its baseline, and their standard deviations. */
final class DayErrors {
    /** A standard deviation is this share of the mean hour at least. */
    private static final double LEAST_SCALE = 0.02;

    private final double[] errors;
    private final double[] scales;

    private DayErrors(double[] errors, double[] scales) {
        this.errors = errors;
        this.scales = scales;
    }

    /** Of a day that the baseline has learned from, as if it had not seen the day; NaN where the use is unknown. */
    static DayErrors unseen(Baseline baseline, LocalDate day, double[] used, double[] expected) {
        double[] errors = new double[HourTable.HOURS];
        Arrays.setAll(errors, hour -> (used[hour] - expected[hour]) * baseline.unseen(day, hour));
        return new DayErrors(errors, scales(baseline, day));
    }

    /** Of a later day. */
    static DayErrors of(Baseline baseline, LocalDate day, double[] used, double[] expected) {
        double[] errors = new double[HourTable.HOURS];
        Arrays.setAll(errors, hour -> used[hour] - expected[hour]);
        return new DayErrors(errors, scales(baseline, day));
    }

    private static double[] scales(Baseline baseline, LocalDate day) {
        double least = LEAST_SCALE * baseline.mean();
        double[] scales = new double[HourTable.HOURS];
        Arrays.setAll(scales, hour -> Math.max(baseline.scale(day, hour), least));
        return scales;
    }

    double[] errors() {
        return errors;
    }

    double[] scales() {
        return scales;
    }
}

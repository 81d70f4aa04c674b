package io.foyer.hub.domain.baseline;

import java.time.LocalDate;
import java.util.Arrays;

/** The errors of a baseline, day by day: of days that it has learned from, and of later ones. */
final class DayErrors {
    private final Baseline baseline;
    private final HourTable use;
    private final HourTable people;

    /** The standard deviation of an hour is this share of the mean hour at least. */
    private static final double LEAST_SCALE = 0.02;

    DayErrors(Baseline baseline, HourTable use, HourTable people) {
        this.baseline = baseline;
        this.use = use;
        this.people = people;
    }

    double[] expected(LocalDate day) {
        double[] hours = new double[HourTable.HOURS];
        Arrays.setAll(hours, hour -> baseline.expected(day, hour, people.at(day, hour)));
        return hours;
    }

    /** Of a day that the baseline has learned from, as if it had not seen the day; NaN where the use is unknown. */
    double[] of(LocalDate day) {
        double[] expected = expected(day);
        double[] errors = new double[HourTable.HOURS];
        Arrays.setAll(errors, hour -> (use.at(day, hour) - expected[hour]) * baseline.unseen(day, hour));
        return errors;
    }

    double[] scales(LocalDate day) {
        double[] scales = new double[HourTable.HOURS];
        Arrays.setAll(scales, hour -> Math.max(baseline.scale(day, hour), LEAST_SCALE * baseline.mean()));
        return scales;
    }
}

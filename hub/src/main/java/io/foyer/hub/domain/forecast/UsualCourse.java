package io.foyer.hub.domain.forecast;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The usual course of a day, in square roots of people, learned day by day. A steady house is best told by the mean of many
 * weeks, a house in change by that of a few days. So means that forget at different speeds are combined, and each weighs
 * the more the less it has erred of late: Bates and Granger, The combination of forecasts (1969), with a weight that falls
 * with a high power of the error. Nobody chooses a speed for a house.
 */
final class UsualCourse {
    private static final double[] HALF_LIVES = {2, 4, 8, 16, 32};

    /** What an error weighs halves in so many days. */
    private static final double ERROR_HALF_LIFE = 14;

    private static final double POWER = 20;
    private static final int FEWEST_JUDGED = 3;

    /** Keeps a zone that is always empty from dividing by no error. */
    private static final double LEAST_ERROR = 1e-6;

    private final FadingMean[] means =
            DoubleStream.of(HALF_LIVES).mapToObj(FadingMean::new).toArray(FadingMean[]::new);
    private final JudgedMeans workingDays = new JudgedMeans();
    private final JudgedMeans daysOfRest = new JudgedMeans();

    /** How far each mean lay from the days that followed it, in people. */
    private static final class JudgedMeans {
        private final double[] errors = new double[HALF_LIVES.length];
        private int days;
    }

    private JudgedMeans judged(DayOfWeek kind) {
        return SiteCalendar.isRestDay(kind) ? daysOfRest : workingDays;
    }

    /** NaN where nothing like it is known. */
    double[] of(DayOfWeek kind) {
        JudgedMeans judged = judged(kind);
        double least = DoubleStream.of(judged.errors).min().orElse(0) + LEAST_ERROR;
        double[] course = new double[CountedDays.QUARTERS];
        double all = 0;
        for (int i = 0; i < means.length; i++) {
            double weight =
                    judged.days < FEWEST_JUDGED ? 1 : Math.pow((judged.errors[i] + LEAST_ERROR) / least, -POWER);
            double[] mean = means[i].of(kind);
            for (int quarter = 0; quarter < course.length; quarter++) {
                course[quarter] += weight * mean[quarter];
            }
            all += weight;
        }
        double sum = all;
        Arrays.setAll(course, quarter -> course[quarter] / sum);
        return course;
    }

    /** Judges each mean by the day that has followed, and takes the day in; NaN is unknown. */
    void add(DayOfWeek kind, double[] roots) {
        double fading = Math.pow(0.5, 1 / ERROR_HALF_LIFE);
        for (JudgedMeans each : new JudgedMeans[] {workingDays, daysOfRest}) {
            Arrays.setAll(each.errors, i -> each.errors[i] * fading);
        }
        JudgedMeans judged = judged(kind);
        boolean isJudged = false;
        for (int i = 0; i < means.length; i++) {
            double error = error(means[i].of(kind), roots);
            if (!Double.isNaN(error)) {
                judged.errors[i] += error;
                isJudged = true;
            }
            means[i].add(kind, roots);
        }
        judged.days += isJudged ? 1 : 0;
    }

    /** NaN where the two have no quarter-hour in common. */
    private static double error(double[] expected, double[] roots) {
        double sum = 0;
        int known = 0;
        for (int quarter = 0; quarter < roots.length; quarter++) {
            double miss = Math.abs(expected[quarter] * expected[quarter] - roots[quarter] * roots[quarter]);
            if (!Double.isNaN(miss)) {
                sum += miss;
                known++;
            }
        }
        return sum / known;
    }
}

package io.foyer.hub.domain.forecast;

import java.time.DayOfWeek;
import java.util.Arrays;

/**
 * The mean course of a day, by its kind, in which what a day weighs halves every so many days. Days of other kinds weigh
 * less, but a Tuesday tells something of a Wednesday; working days and days of rest tell nothing of each other.
 */
final class FadingMean {
    private static final double OF_OTHER_KINDS = 0.3;
    private static final int KINDS = DayOfWeek.values().length;

    private final double growth;
    private final double[][] sums = new double[KINDS][CountedDays.QUARTERS];
    private final double[][] weights = new double[KINDS][CountedDays.QUARTERS];

    /** What the next day weighs. It grows, so that the days before need not fade; years are far from what a double holds. */
    private double weight = 1;

    /** @param halfLife in days */
    FadingMean(double halfLife) {
        growth = Math.pow(2, 1 / halfLife);
    }

    /** Takes the next day in; NaN is unknown. */
    void add(DayOfWeek kind, double[] course) {
        int at = kind.getValue() - 1;
        for (int quarter = 0; quarter < CountedDays.QUARTERS; quarter++) {
            if (!Double.isNaN(course[quarter])) {
                sums[at][quarter] += weight * course[quarter];
                weights[at][quarter] += weight;
            }
        }
        weight *= growth;
    }

    /** NaN where no such day is known. */
    double[] of(DayOfWeek kind) {
        double[] sum = new double[CountedDays.QUARTERS];
        double[] whole = new double[CountedDays.QUARTERS];
        for (DayOfWeek each : DayOfWeek.values()) {
            if (SiteCalendar.isRestDay(each) == SiteCalendar.isRestDay(kind)) {
                double share = each == kind ? 1 : OF_OTHER_KINDS;
                for (int quarter = 0; quarter < CountedDays.QUARTERS; quarter++) {
                    sum[quarter] += share * sums[each.getValue() - 1][quarter];
                    whole[quarter] += share * weights[each.getValue() - 1][quarter];
                }
            }
        }
        Arrays.setAll(sum, quarter -> sum[quarter] / whole[quarter]);
        return sum;
    }
}

package io.foyer.hub.domain.forecast;

import java.time.LocalDate;

/**
 * A day beside what was usual, all in square roots of people, NaN where unknown. In square roots a count's chance
 * deviations are as large at forty people as at four (Anscombe, The transformation of Poisson data, 1948).
 */
final class JudgedDay {
    /** A surplus that is older than this tells nothing any more. */
    private static final int LONGEST_SILENCE = 4;

    private final LocalDate day;
    private final boolean isRestDay;
    private final double[] roots;
    private final double[] usual;
    private final double[] usualAhead;

    /**
     * Keeps the arrays as they are.
     *
     * @param roots what was counted
     * @param usual what the days before told of it
     * @param usualAhead what the days before the one before told of it
     */
    JudgedDay(LocalDate day, boolean isRestDay, double[] roots, double[] usual, double[] usualAhead) {
        this.day = day;
        this.isRestDay = isRestDay;
        this.roots = roots;
        this.usual = usual;
        this.usualAhead = usualAhead;
    }

    LocalDate day() {
        return day;
    }

    boolean isRestDay() {
        return isRestDay;
    }

    double root(int quarter) {
        return roots[quarter];
    }

    double usual(int quarter) {
        return usual[quarter];
    }

    /** By how much more than usual were there when a quarter-hour began; NaN where nothing is known of the hour before. */
    double surplus(int quarter) {
        for (int before = quarter - 1; before >= Math.max(0, quarter - LONGEST_SILENCE); before--) {
            double surplus = deviation(before);
            if (!Double.isNaN(surplus)) {
                return surplus;
            }
        }
        return Double.NaN;
    }

    /** By how much more than usual were there. */
    double deviation(int quarter) {
        return roots[quarter] - usual[quarter];
    }

    /** By how much more were there than was told a day earlier. */
    double deviationAhead(int quarter) {
        return roots[quarter] - usualAhead[quarter];
    }
}

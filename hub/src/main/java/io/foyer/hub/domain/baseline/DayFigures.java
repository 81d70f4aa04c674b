package io.foyer.hub.domain.baseline;

/**
 * By what a day is told from others of its sort, all of the errors of its hours: their sum, their sum while little runs,
 * the furthest one in standard deviations, how much they are without their signs, and that beside their own median, which a
 * day keeps small that is only more or less as a whole.
 */
final class DayFigures {
    static final int NUMBER = 5;

    /** How many standard deviations of past days each figure may lie away. */
    static final double[] LIMITS = {5, 5, 8, 6, 6};

    /** As shares of a day's use, and of a standard deviation for the third: less is of no interest to anybody. */
    private static final double[] LEAST = {0.01, 0.01, 0.17, 0.007, 0.007};

    /** The first two count in both directions. */
    static final int SIGNED = 2;

    private DayFigures() {}

    /**
     * @param errors of 24 hours
     * @param scales their standard deviations
     * @param idle the hours in which little runs
     */
    static double[] of(double[] errors, double[] scales, boolean[] idle) {
        double[] figures = new double[NUMBER];
        double middle = RobustFit.median(errors.clone());
        for (int hour = 0; hour < errors.length; hour++) {
            figures[0] += errors[hour];
            figures[1] += idle[hour] ? errors[hour] : 0;
            figures[2] = Math.max(figures[2], Math.abs(errors[hour]) / scales[hour]);
            figures[3] += Math.abs(errors[hour]);
            figures[4] += Math.abs(errors[hour] - middle);
        }
        return figures;
    }

    /** @param use of a whole day of this sort */
    static double least(int figure, double use) {
        return LEAST[figure] * (figure == 2 ? 1 : use);
    }
}

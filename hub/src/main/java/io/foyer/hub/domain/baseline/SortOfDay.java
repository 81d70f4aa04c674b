package io.foyer.hub.domain.baseline;

import java.util.Arrays;
import java.util.List;

/**
 * What days of one name are like, and how far days of the same kind (of work, or of rest) have strayed. A day is unlike all
 * others where a figure lies further away than so many standard deviations, by the median distance, and than a fifth beyond
 * the furthest of the past days: a plant's use is no bell curve.
 */
final class SortOfDay {
    /** With fewer it is not known how far days stray. */
    static final int FEWEST = 6;

    private static final double BEYOND = 1.2;

    /** Little runs where so much of the way from the least to the most is used. */
    private static final double IDLE = 0.25;

    private static final int LEAST_IDLE_HOURS = 6;

    private final boolean[] idle;
    private final double[] middles = new double[DayFigures.NUMBER];
    private final double[] limits = new double[DayFigures.NUMBER];
    private final boolean isKnown;

    /**
     * @param usual what is expected of the 24 hours
     * @param least of any hour of the week, and {@code most}
     * @param past the days of the same kind
     */
    SortOfDay(double[] usual, double least, double most, List<DayErrors> past) {
        idle = idle(usual, least + IDLE * (most - least));
        isKnown = past.size() >= FEWEST;
        double use = Arrays.stream(usual).sum();
        double[][] figures = new double[DayFigures.NUMBER][past.size()];
        for (int i = 0; i < past.size(); i++) {
            double[] ofDay = DayFigures.of(past.get(i).errors(), past.get(i).scales(), idle);
            for (int figure = 0; figure < figures.length; figure++) {
                figures[figure][i] = ofDay[figure];
            }
        }
        for (int figure = 0; figure < figures.length && isKnown; figure++) {
            double middle = RobustFit.median(figures[figure].clone());
            double[] distances = Arrays.stream(figures[figure])
                    .map(each -> Math.abs(each - middle))
                    .toArray();
            double deviation = Math.max(1.4826 * RobustFit.median(distances), DayFigures.least(figure, use));
            // The distances are sorted now.
            middles[figure] = middle;
            limits[figure] = Math.max(DayFigures.LIMITS[figure] * deviation, BEYOND * distances[distances.length - 1]);
        }
    }

    private static boolean[] idle(double[] usual, double level) {
        double[] sorted = usual.clone();
        Arrays.sort(sorted);
        double reach = Math.max(level, sorted[LEAST_IDLE_HOURS - 1]);
        boolean[] idle = new boolean[usual.length];
        for (int hour = 0; hour < idle.length; hour++) {
            idle[hour] = usual[hour] <= reach;
        }
        return idle;
    }

    boolean[] idle() {
        return idle;
    }

    boolean isUnlike(DayErrors day) {
        double[] figures = DayFigures.of(day.errors(), day.scales(), idle);
        for (int figure = 0; figure < figures.length && isKnown; figure++) {
            double distance = figures[figure] - middles[figure];
            if ((figure < DayFigures.SIGNED ? Math.abs(distance) : distance) > limits[figure]) {
                return true;
            }
        }
        return false;
    }
}

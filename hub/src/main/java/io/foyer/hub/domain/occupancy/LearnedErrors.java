package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.BalanceState.BalanceSource;
import java.time.Duration;

/**
 * How one source errs at the border of one zone, from the periods between two sure counts. Half of what was learned is
 * forgotten in {@link #HALF_LIFE}.
 *
 * @param leavers people who must have left
 * @param entries counted, {@code exits} likewise
 * @param squares of the differences between the balance and the sure counts, in people squared
 */
public record LearnedErrors(double leavers, double entries, double exits, double squares) {
    public static final LearnedErrors NONE = new LearnedErrors(0, 0, 0, 0);

    private static final Duration HALF_LIFE = Duration.ofDays(7);

    /** So many exits without any error are believed before the first sure count. */
    private static final double BELIEF = 100;

    /**
     * Of a line. More would bend the course of a day: where a tenth of the people leave by a way without a line, they do so on
     * some days, and nobody knows at noon. With 2.5 % no day's peak moves by a tenth in fifteen recorded weeks (CalIt2).
     */
    private static final double MOST_LINE_WEIGHT = 1.025;

    /** Of badges, which an exit button makes many fewer at the exit. */
    private static final double MOST_BADGE_WEIGHT = 2;

    /** Variance of one passage before anything is learned, in people squared: a line errs at one of twenty people. */
    private static final double LINE_VARIANCE = 0.05;

    private static final double LINE_BELIEF = 500;

    /** A badge may pass several people, and an exit button lets people out without a badge. */
    private static final double BADGE_VARIANCE = 0.1;

    private static final double BADGE_BELIEF = 50;

    /** People who leave for each exit that is counted. */
    double exitWeight(BalanceSource source) {
        double most = source == BalanceSource.LINES ? MOST_LINE_WEIGHT : MOST_BADGE_WEIGHT;
        double weight = (leavers + BELIEF) / (exits + BELIEF);
        return Math.min(most, Math.max(1 / most, weight));
    }

    /** What one passage adds to the variance of the balance, in people squared. */
    double passageVariance(BalanceSource source) {
        double belief = source == BalanceSource.LINES ? LINE_BELIEF : BADGE_BELIEF;
        double variance = source == BalanceSource.LINES ? LINE_VARIANCE : BADGE_VARIANCE;
        return (variance * belief + squares) / (belief + entries + exits);
    }

    /**
     * A period between two sure counts is over.
     *
     * @param left people who must have left in it
     * @param error people whom the balance had too many or too few
     */
    LearnedErrors and(double left, long in, long out, double error, Duration period) {
        double kept = Math.pow(0.5, Math.max(0, period.toSeconds()) / (double) HALF_LIFE.toSeconds());
        return new LearnedErrors(
                kept * leavers + left, kept * entries + in, kept * exits + out, kept * squares + error * error);
    }
}

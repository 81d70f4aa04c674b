package io.foyer.hub.domain.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Why a day is unlike all others: the explanation that leaves the least unexplained. Each explanation changes the usual
 * course in one way, as far as fits the day best, and what it leaves is the sum of the absolute errors.
 */
final class DayCause {
    private static final double HUNDREDFOLD = 100;

    /** An explanation that leaves more than this share explains nothing. */
    private static final double UNEXPLAINED = 0.6;

    private static final double LEAST_TWICE = 1.8;
    private static final double MOST_TWICE = 2.2;
    private static final int LEFT_HOURS = 3;
    private static final int SPIKE_HOURS = 2;

    /** Any two hours explain something: they must explain so much more than one change of the whole day. */
    private static final double SPIKE_HANDICAP = 0.15;

    private final double[] used;
    private final double[] usual;
    private AnomalyCause cause;
    private double least;

    private DayCause(double[] used, double[] usual) {
        this.used = used;
        this.usual = usual;
        least = UNEXPLAINED * left(usual);
        cause = Arrays.stream(used).sum() > Arrays.stream(usual).sum() ? AnomalyCause.MORE : AnomalyCause.LESS;
    }

    /**
     * @param others the usual courses of the days of the other kind: of rest for a day of work, and of work for a day of rest
     */
    static AnomalyCause of(double[] used, double[] usual, boolean[] idle, List<double[]> others, boolean isRestDay) {
        double most = Arrays.stream(usual).max().orElse(0);
        for (int hour = 0; hour < used.length; hour++) {
            double much = Math.max(usual[hour], most / 10);
            if (much > 0 && used[hour] > HUNDREDFOLD * much) {
                return AnomalyCause.WRONG_UNIT;
            }
        }
        DayCause day = new DayCause(used, usual);
        day.compare(idle, others, isRestDay);
        return day.cause;
    }

    private void compare(boolean[] idle, List<double[]> others, boolean isRestDay) {
        double more = RobustFit.median(hours(hour -> used[hour] - usual[hour]));
        offer(AnomalyCause.BASE_LOAD, left(hours(hour -> usual[hour] + more)));
        double times = RobustFit.median(hours(hour -> usual[hour] > 0 ? used[hour] / usual[hour] : 1));
        AnomalyCause whole = times > 1 ? AnomalyCause.MORE : AnomalyCause.LESS;
        offer(
                times > LEAST_TWICE && times < MOST_TWICE ? AnomalyCause.DOUBLED : whole,
                left(hours(hour -> usual[hour] * times)));
        int length = used.length;
        offer(AnomalyCause.SHIFTED, left(hours(hour -> usual[(hour + 1) % length])));
        offer(AnomalyCause.SHIFTED, left(hours(hour -> usual[(hour + length - 1) % length])));
        for (double[] other : others) {
            offer(isRestDay ? AnomalyCause.DAY_OFF_MISSED : AnomalyCause.WORKDAY_MISSED, left(other));
        }
        double[] above = IntStream.range(0, length)
                .filter(hour -> idle[hour] && used[hour] > usual[hour])
                .mapToDouble(hour -> used[hour])
                .toArray();
        double level = RobustFit.median(above);
        if (above.length >= LEFT_HOURS) {
            offer(
                    AnomalyCause.LEFT_ON,
                    left(hours(hour ->
                            idle[hour] && used[hour] > usual[hour] ? Math.max(usual[hour], level) : usual[hour])));
        }
        double[] errors = hours(hour -> Math.abs(used[hour] - usual[hour]));
        Arrays.sort(errors);
        double far = errors[errors.length - SPIKE_HOURS];
        offer(
                AnomalyCause.SPIKE,
                left(hours(hour -> Math.abs(used[hour] - usual[hour]) >= far ? used[hour] : usual[hour]))
                        + SPIKE_HANDICAP * left(usual));
    }

    private void offer(AnomalyCause of, double unexplained) {
        if (unexplained < least) {
            least = unexplained;
            cause = of;
        }
    }

    private double left(double[] course) {
        double sum = 0;
        for (int hour = 0; hour < used.length; hour++) {
            sum += Math.abs(used[hour] - course[hour]);
        }
        return sum;
    }

    private double[] hours(IntToDoubleFunction figure) {
        double[] hours = new double[used.length];
        Arrays.setAll(hours, figure);
        return hours;
    }
}

package io.foyer.hub.backtest;

import io.foyer.hub.backtest.FaultScore.ToldDays;
import java.util.ArrayList;
import java.util.List;

/** The plain rule: an hour further than three standard deviations away from the same hour of last week. */
final class WeekAgoRule {
    private static final int WEEK = 7 * 24;
    private static final int PAUSE = 2;

    private WeekAgoRule() {}

    /** Joins days as the hub does, over one day at most. */
    static List<ToldDays> told(MeterYear year) {
        double[] hours = year.values();
        List<ToldDays> told = new ArrayList<>();
        for (int day = FaultyYear.FIRST_DAY; day < year.days(); day++) {
            if (isFar(hours, day)) {
                int last = told.size() - 1;
                if (last >= 0 && day - told.get(last).to() <= PAUSE) {
                    told.set(last, new ToldDays(told.get(last).from(), day, null));
                } else {
                    told.add(new ToldDays(day, day, null));
                }
            }
        }
        return told;
    }

    /** The standard deviation is that of the 13 weeks before. */
    private static boolean isFar(double[] hours, int day) {
        double sum = 0;
        double squares = 0;
        int from = Math.max(WEEK, 24 * (day - FaultyYear.FIRST_DAY));
        for (int hour = from; hour < 24 * day; hour++) {
            double difference = hours[hour] - hours[hour - WEEK];
            sum += difference;
            squares += difference * difference;
        }
        int number = 24 * day - from;
        double deviation = Math.sqrt(squares / number - sum / number * sum / number);
        for (int hour = 24 * day; hour < 24 * (day + 1); hour++) {
            if (Math.abs(hours[hour] - hours[hour - WEEK]) > 3 * deviation) {
                return true;
            }
        }
        return false;
    }
}

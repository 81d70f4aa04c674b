package io.foyer.hub.domain.forecast;

import java.util.List;

/**
 * How much of what there is now beyond the usual will still be there at each later quarter-hour of the day, learned from
 * what past days did from the same time on: a ridge regression with one coefficient for each quarter-hour (Hoerl and
 * Kennard, 1970). With little to learn from it carries nothing. A past day's own error is that of the coefficient without
 * the day (Allen's PRESS, 1974).
 */
final class Carryover {
    /** Beside a sum of squares: as much as four days that are one root of people away from the usual. */
    private static final double RIDGE = 4;

    /** A quarter-hour earlier and later the same is learned. */
    private static final int SPAN = 1;

    private final List<JudgedDay> past;
    private final int from;
    private final double surplus;
    private final double squares;
    private final double[] shares = new double[CountedDays.QUARTERS];

    /**
     * @param past days of the same sort as today
     * @param from the quarter-hour that is under way
     */
    Carryover(List<JudgedDay> past, JudgedDay today, int from) {
        this.past = past;
        this.from = from;
        surplus = today.surplus(from);
        squares = past.stream()
                .mapToDouble(day -> day.surplus(from))
                .filter(each -> !Double.isNaN(each))
                .map(each -> each * each)
                .sum();
        for (int quarter = from; quarter < shares.length; quarter++) {
            shares[quarter] = share(quarter);
        }
    }

    private double share(int quarter) {
        double products = 0;
        double sum = RIDGE * (2 * SPAN + 1);
        for (int shift = -SPAN; shift <= SPAN; shift++) {
            int target = quarter + shift;
            for (JudgedDay day : past) {
                double before = day.surplus(from + shift);
                double after = target < shares.length && target >= 0 ? day.deviation(target) : Double.NaN;
                if (!Double.isNaN(before + after)) {
                    products += before * after;
                    sum += before * before;
                }
            }
        }
        return products / sum;
    }

    /** What a later quarter-hour of today will have beyond the usual; 0 where it is not known what there is now. */
    double carried(int quarter) {
        return Double.isNaN(surplus) ? 0 : shares[quarter] * surplus;
    }

    /** By how much a past day was more than would have been told of it; NaN where it cannot be said. */
    double miss(JudgedDay day, int quarter) {
        if (Double.isNaN(surplus)) {
            return day.deviation(quarter);
        }
        if (quarter < from) {
            return Double.NaN;
        }
        double before = day.surplus(from);
        double leverage = before * before / (squares + RIDGE);
        return (day.deviation(quarter) - shares[quarter] * before) / (1 - leverage);
    }
}

package io.foyer.hub.domain.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Joins days that are unlike all before to stretches, over one usual day at most, and names the likeliest cause of each: the
 * one of most days. A gap in the readings stands alone.
 */
final class OddStretches {
    private static final int LONGEST_PAUSE = 2;

    /** A stretch of fewer days shows no trend. */
    private static final int DRIFT_DAYS = 5;

    /** How many days before a stretch show where a trend began. */
    private static final int DRIFT_BEFORE = 7;

    private final ZoneId zone;
    private final List<DayStray> days = new ArrayList<>();
    private final Map<LocalDate, AnomalyCause> causes = new TreeMap<>();

    OddStretches(ZoneId zone) {
        this.zone = zone;
    }

    /** Days come in order. The cause is null where a day is like others. */
    void add(DayStray day, @Nullable AnomalyCause cause) {
        days.add(day);
        if (cause != null) {
            causes.put(day.day(), cause);
        }
    }

    List<Anomaly> anomalies() {
        List<Anomaly> found = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int i = 0; i < days.size(); i++) {
            AnomalyCause cause = causes.get(days.get(i).day());
            if (cause != null) {
                if (first >= 0 && !goesOn(last, i)) {
                    found.add(anomaly(first, last));
                    first = -1;
                }
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first >= 0) {
            found.add(anomaly(first, last));
        }
        return found;
    }

    private boolean goesOn(int last, int next) {
        boolean wasGap = causes.get(days.get(last).day()) == AnomalyCause.GAP;
        boolean isGap = causes.get(days.get(next).day()) == AnomalyCause.GAP;
        return wasGap == isGap
                && !days.get(last)
                        .day()
                        .plusDays(LONGEST_PAUSE)
                        .isBefore(days.get(next).day());
    }

    private Anomaly anomaly(int first, int last) {
        AnomalyCause cause = cause(first, last);
        boolean isGap = cause == AnomalyCause.GAP;
        int from = isGap ? 0 : days.get(first).firstFar();
        int until = isGap ? HourTable.HOURS : days.get(last).endOfFar();
        TreeMap<Instant, Long> excess = new TreeMap<>();
        for (int i = first; i <= last; i++) {
            if (causes.containsKey(days.get(i).day())) {
                days.get(i).addExcess(i == first ? from : 0, i == last ? until : HourTable.HOURS, zone, excess);
            }
        }
        return new Anomaly(
                days.get(first).day().atTime(from, 0).atZone(zone).toInstant(),
                days.get(last)
                        .day()
                        .atStartOfDay()
                        .plusHours(until)
                        .atZone(zone)
                        .toInstant(),
                cause,
                excess);
    }

    private AnomalyCause cause(int first, int last) {
        Map<AnomalyCause, Integer> counts = new EnumMap<>(AnomalyCause.class);
        for (int i = first; i <= last; i++) {
            AnomalyCause cause = causes.get(days.get(i).day());
            if (cause != null) {
                counts.merge(cause, 1, Integer::sum);
            }
        }
        AnomalyCause most = Collections.max(
                        counts.entrySet(),
                        Map.Entry.<AnomalyCause, Integer>comparingByValue()
                                .thenComparing(Map.Entry.<AnomalyCause, Integer>comparingByKey()
                                        .reversed()))
                .getKey();
        boolean mayDrift = most == AnomalyCause.MORE || most == AnomalyCause.LESS || most == AnomalyCause.BASE_LOAD;
        return mayDrift && last - first + 1 >= DRIFT_DAYS && isDrift(first, last) ? AnomalyCause.DRIFT : most;
    }

    /** True where a straight line through the days and the week before leaves less than a step at the first odd day. */
    private boolean isDrift(int first, int last) {
        int begin = Math.max(0, first - DRIFT_BEFORE);
        double[] shares = new double[last - begin + 1];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = days.get(begin + i).share();
            if (Double.isNaN(shares[i])) {
                shares[i] = i == 0 ? 0 : shares[i - 1];
            }
        }
        double step = scatter(shares, 0, first - begin) + scatter(shares, first - begin, shares.length);
        double mean = (shares.length - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < shares.length; i++) {
            products += (i - mean) * shares[i];
            squares += (i - mean) * (i - mean);
        }
        double line = scatter(shares, 0, shares.length) - products * products / squares;
        return line < step;
    }

    /** The squares of the distances from the mean of a part. */
    private static double scatter(double[] values, int from, int until) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < until; i++) {
            sum += values[i];
            squares += values[i] * values[i];
        }
        return until == from ? 0 : squares - sum * sum / (until - from);
    }
}

package io.foyer.hub.domain.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How many people a zone will have for the rest of today and tomorrow: the {@link UsualCourse} of such a day, for today
 * with what is {@link Carryover carried over} of what there is now beyond the usual, in the range of its own
 * {@link PastErrors}. {@code ./foyer bench forecast} measures it.
 */
public final class Forecast {
    /** How far it looks back. */
    public static final int WEEKS = 12;

    private Forecast() {}

    /**
     * The bands from the quarter-hour that holds {@code now} to the end of tomorrow; those of which too little is known are
     * left out. Their error is the one that such forecasts had on past days.
     *
     * @param counted up to {@code now}
     */
    public static Outlook of(CountedDays counted, SiteCalendar calendar, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, counted.zone());
        LocalDate tomorrow = today.plusDays(1);
        int from = counted.quarter(now);
        CourseHistory history = CourseHistory.of(counted, calendar, today, from);
        List<JudgedDay> likeToday = like(history, calendar.isRestDay(today));
        List<JudgedDay> likeTomorrow = like(history, calendar.isRestDay(tomorrow));
        Carryover carryover = new Carryover(likeToday, history.today(), from);
        List<CountBand> bands = new ArrayList<>();
        Instant end = tomorrow.plusDays(1).atStartOfDay(counted.zone()).toInstant();
        for (Instant at : counted.quarters(now, end)) {
            int quarter = counted.quarter(at);
            PastErrors past;
            double root;
            if (!LocalDate.ofInstant(at, counted.zone()).equals(today)) {
                past = new PastErrors(likeTomorrow, today, quarter, JudgedDay::deviationAhead);
                root = history.tomorrow().usual(quarter);
            } else if (quarter < from) {
                // The clock has been put back.
                past = new PastErrors(likeToday, today, quarter, JudgedDay::deviation);
                root = history.today().usual(quarter);
            } else {
                past = new PastErrors(likeToday, today, quarter, carryover::miss);
                root = history.today().usual(quarter) + carryover.carried(quarter);
            }
            if (past.areEnough() && !Double.isNaN(root)) {
                bands.add(past.band(at, root));
            }
        }
        return new Outlook(bands);
    }

    private static List<JudgedDay> like(CourseHistory history, boolean isRestDay) {
        return history.past().stream()
                .filter(day -> day.isRestDay() == isRestDay)
                .toList();
    }
}

package io.foyer.hub.domain.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A zone's days, each beside what the days before it told, and never more: so every past day shows how a forecast of then
 * would have erred.
 *
 * @param past the days before today, in order
 * @param today with what was counted before the quarter-hour that is under way
 * @param tomorrow with nothing counted
 */
record CourseHistory(List<JudgedDay> past, JudgedDay today, JudgedDay tomorrow) {

    /** @param quarter the one that is under way today */
    static CourseHistory of(CountedDays counted, SiteCalendar calendar, LocalDate today, int quarter) {
        UsualCourse course = new UsualCourse();
        List<JudgedDay> past = new ArrayList<>();
        double[] ahead = CountedDays.unknown();
        for (LocalDate day = counted.first(today); day.isBefore(today); day = day.plusDays(1)) {
            double[] roots = roots(counted.on(day), CountedDays.QUARTERS);
            past.add(new JudgedDay(day, calendar.isRestDay(day), roots, course.of(calendar.kind(day)), ahead));
            ahead = course.of(calendar.kind(day.plusDays(1)));
            course.add(calendar.kind(day), roots);
        }
        LocalDate next = today.plusDays(1);
        return new CourseHistory(
                past,
                new JudgedDay(
                        today,
                        calendar.isRestDay(today),
                        roots(counted.on(today), quarter),
                        course.of(calendar.kind(today)),
                        ahead),
                new JudgedDay(
                        next,
                        calendar.isRestDay(next),
                        CountedDays.unknown(),
                        course.of(calendar.kind(next)),
                        CountedDays.unknown()));
    }

    private static double[] roots(double[] counts, int known) {
        double[] roots = CountedDays.unknown();
        Arrays.setAll(roots, quarter -> quarter < known ? Math.sqrt(counts[quarter]) : Double.NaN);
        return roots;
    }
}

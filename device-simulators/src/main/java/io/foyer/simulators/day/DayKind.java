package io.foyer.simulators.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What sort of a day it is in China. Holidays and make-up workdays of 2026 are those that the State Council announced;
 * in other years the fixed dates have to do.
 */
public enum DayKind {
    WORKDAY(1),
    SATURDAY(0.2),
    SUNDAY(0.12),
    HOLIDAY(0.07);

    private static final Set<LocalDate> HOLIDAYS_2026 = dates(
            "2026-01-01/3",
            "2026-02-15/9",
            "2026-04-04/3",
            "2026-05-01/5",
            "2026-06-19/3",
            "2026-09-25/3",
            "2026-10-01/7");
    private static final Set<LocalDate> WORKED_2026 =
            dates("2026-01-04/1", "2026-02-14/1", "2026-02-28/1", "2026-05-09/1", "2026-09-20/1", "2026-10-10/1");
    private static final Set<String> EVERY_YEAR =
            Set.of("01-01", "05-01", "05-02", "05-03", "10-01", "10-02", "10-03", "10-04", "10-05", "10-06", "10-07");

    private final double attendance;

    DayKind(double attendance) {
        this.attendance = attendance;
    }

    /** How many come, as a share of those who come on a working day. */
    public double attendance() {
        return attendance;
    }

    public static DayKind of(LocalDate date) {
        boolean known = date.getYear() == 2026;
        if (known
                ? HOLIDAYS_2026.contains(date)
                : EVERY_YEAR.contains(date.toString().substring(5))) {
            return HOLIDAY;
        }
        if (WORKED_2026.contains(date)) {
            return WORKDAY;
        }
        return date.getDayOfWeek() == DayOfWeek.SATURDAY
                ? SATURDAY
                : date.getDayOfWeek() == DayOfWeek.SUNDAY ? SUNDAY : WORKDAY;
    }

    private static Set<LocalDate> dates(String... runs) {
        return Stream.of(runs)
                .flatMap(run -> {
                    LocalDate first = LocalDate.parse(run.substring(0, 10));
                    return first.datesUntil(first.plusDays(Integer.parseInt(run.substring(11))));
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}

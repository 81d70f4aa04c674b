package io.foyer.hub.domain.tariff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The public holidays of a country as published, with the weekends in a break, and the days at weekends on which the
 * country works instead.
 */
public record DayCalendar(Set<LocalDate> off, Set<LocalDate> workdays) {
    public DayCalendar {
        off = Set.copyOf(off);
        workdays = Set.copyOf(workdays);
    }

    /** The number of days of the break around a day; 0 on a day that is not off. */
    int breakLength(LocalDate day) {
        if (!off.contains(day)) {
            return 0;
        }
        int days = 1;
        for (LocalDate before = day.minusDays(1); off.contains(before); before = before.minusDays(1)) {
            days++;
        }
        for (LocalDate after = day.plusDays(1); off.contains(after); after = after.plusDays(1)) {
            days++;
        }
        return days;
    }

    /** The weekday that a day counts as: a day off as Sunday, a day worked for it as Monday. */
    DayOfWeek weekday(LocalDate day) {
        if (off.contains(day)) {
            return DayOfWeek.SUNDAY;
        }
        return workdays.contains(day) ? DayOfWeek.MONDAY : day.getDayOfWeek();
    }
}

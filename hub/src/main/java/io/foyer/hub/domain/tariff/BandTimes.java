package io.foyer.hub.domain.tariff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a band applies. All conditions must hold; an empty list or a null is no condition.
 *
 * @param holidays the band applies on the days off of this calendar only
 * @param holidayDays the least length of the break
 * @param calendar the calendar by which weekdays count
 */
public record BandTimes(
        List<DayWindow> windows,
        Set<DayOfWeek> days,
        Set<Month> months,
        List<DateSpan> dates,
        @Nullable DayCalendar holidays,
        int holidayDays,
        @Nullable DayCalendar calendar) {
    /** Every quarter-hour. */
    public static final BandTimes ALWAYS = new BandTimes(List.of(), Set.of(), Set.of(), List.of(), null, 1, null);

    public BandTimes {
        windows = List.copyOf(windows);
        days = Set.copyOf(days);
        months = Set.copyOf(months);
        dates = List.copyOf(dates);
    }

    /** These hours of every day; every hour where there are none. */
    public static BandTimes during(List<DayWindow> windows) {
        return new BandTimes(windows, Set.of(), Set.of(), List.of(), null, 1, null);
    }

    boolean hold(LocalDateTime local) {
        LocalDate today = local.toLocalDate();
        return holdOf(today, local) || holdOf(today.minusDays(1), local);
    }

    /** True where a window that begins on {@code day} holds a local time of that day or the next. */
    boolean holdOf(LocalDate day, LocalDateTime local) {
        boolean isToday = day.equals(local.toLocalDate());
        LocalTime time = local.toLocalTime();
        boolean inWindow = windows.isEmpty()
                ? isToday
                : windows.stream().anyMatch(window -> isToday ? window.holds(time) : window.holdsNextDay(time));
        return inWindow && holdOn(day);
    }

    /** True where what begins on a day counts. */
    boolean holdOn(LocalDate day) {
        DayOfWeek weekday = calendar == null ? day.getDayOfWeek() : calendar.weekday(day);
        return (days.isEmpty() || days.contains(weekday))
                && (months.isEmpty() || months.contains(day.getMonth()))
                && (dates.isEmpty() || dates.stream().anyMatch(span -> span.holds(day)))
                && (holidays == null || holidays.breakLength(day) >= holidayDays);
    }
}

package io.foyer.hub.domain.definition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours on the clock of the site. A day with an exception has the hours of the exception. Another day has no
 * hours on a holiday, and otherwise the hours of its day of the week. Hours belong to the day on which they begin, even
 * past midnight.
 *
 * @param exceptions single days with hours of their own; a day without hours is closed
 */
public record Schedule(
        String id, List<OpenHours> windows, Holidays holidays, Map<LocalDate, List<WeekHours>> exceptions) {
    /** Every hour of every day. Every site has this schedule. */
    public static final Schedule ALWAYS = new Schedule(
            "always", List.of(new OpenHours(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));

    /** This many windows may follow each other without a gap and still count as one opening. */
    private static final int LONGEST_CHAIN = 14;

    public Schedule {
        windows = List.copyOf(windows);
        exceptions = Map.copyOf(exceptions);
    }

    /** A schedule with the same hours every week. */
    public Schedule(String id, List<OpenHours> windows) {
        this(id, windows, Holidays.NONE, Map.of());
    }

    public boolean isOpen(LocalDateTime local) {
        return openedBy(local) != null;
    }

    /** True on a day off in the calendar of the schedule. */
    public boolean isHoliday(LocalDateTime local) {
        return holidays.off().containsKey(local.toLocalDate());
    }

    /** When the present opening began; null where the schedule is closed. */
    public @Nullable LocalDateTime openSince(LocalDateTime local) {
        LocalDateTime since = openedBy(local);
        for (int i = 0; since != null && i < LONGEST_CHAIN; i++) {
            LocalDateTime before = openedBy(since.minusNanos(1));
            if (before == null) {
                return since;
            }
            since = before;
        }
        return since;
    }

    /** When to ask again: at the next opening or closing, or earlier, and at midnight at the latest. */
    public LocalDateTime asksAgain(LocalDateTime local) {
        LocalDate today = local.toLocalDate();
        return Stream.of(
                        windows.stream().map(OpenHours::hours),
                        exceptions.getOrDefault(today, List.of()).stream(),
                        exceptions.getOrDefault(today.minusDays(1), List.of()).stream())
                .flatMap(hours -> hours)
                .flatMap(hours -> Stream.of(hours.from(), hours.until()))
                .filter(time -> time.isAfter(local.toLocalTime()))
                .min(LocalTime::compareTo)
                .map(today::atTime)
                .orElseGet(() -> today.plusDays(1).atStartOfDay());
    }

    /** The beginning of the present hours; null where the schedule is closed. */
    private @Nullable LocalDateTime openedBy(LocalDateTime local) {
        LocalDate today = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        WeekHours now = hours(today, hours -> hours.holds(time));
        if (now != null) {
            return today.atTime(now.from());
        }
        LocalDate yesterday = today.minusDays(1);
        WeekHours night = hours(yesterday, hours -> hours.isOvernight() && time.isBefore(hours.until()));
        return night == null ? null : yesterday.atTime(night.from());
    }

    /** The first hours of a day that pass a test; null where no hours do. */
    private @Nullable WeekHours hours(LocalDate day, Predicate<WeekHours> such) {
        List<WeekHours> exception = exceptions.get(day);
        if (exception != null) {
            return exception.stream().filter(such).findFirst().orElse(null);
        }
        if (holidays.off().containsKey(day)) {
            return null;
        }
        DayOfWeek as = holidays.workdays().containsKey(day) ? DayOfWeek.MONDAY : day.getDayOfWeek();
        for (OpenHours window : windows) {
            if (window.days().contains(as) && such.test(window.hours())) {
                return window.hours();
            }
        }
        return null;
    }

    /**
     * Hours from {@code from}, included, to {@code until}, excluded. An {@code until} that is not after {@code from} is
     * on the next day, so two equal times make a whole day.
     */
    public record WeekHours(LocalTime from, LocalTime until) {
        public boolean isOvernight() {
            return !until.isAfter(from);
        }

        boolean holds(LocalTime time) {
            return !time.isBefore(from) && (isOvernight() || time.isBefore(until));
        }
    }

    /** Hours on some days of the week. */
    public record OpenHours(Set<DayOfWeek> days, WeekHours hours) {
        public OpenHours {
            days = Set.copyOf(days);
        }

        public OpenHours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
            this(days, new WeekHours(from, until));
        }
    }
}

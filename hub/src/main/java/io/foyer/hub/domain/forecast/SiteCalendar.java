package io.foyer.hub.domain.forecast;

import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.SiteDefinition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What kind of day a day is: a day off of any calendar that the site's schedules name is like a Sunday, a day on which
 * the country works instead is like a Monday, and every other day is what it is.
 */
public record SiteCalendar(Set<LocalDate> off, Set<LocalDate> workdays) {
    public SiteCalendar {
        off = Set.copyOf(off);
        workdays = Set.copyOf(workdays);
    }

    public static SiteCalendar of(SiteDefinition site) {
        return new SiteCalendar(
                site.schedules().values().stream()
                        .map(Schedule::holidays)
                        .flatMap(holidays -> holidays.off().keySet().stream())
                        .collect(Collectors.toSet()),
                site.schedules().values().stream()
                        .map(Schedule::holidays)
                        .flatMap(holidays -> holidays.workdays().keySet().stream())
                        .collect(Collectors.toSet()));
    }

    /** The day of the week that a day is like. */
    public DayOfWeek kind(LocalDate day) {
        return off.contains(day) ? DayOfWeek.SUNDAY : workdays.contains(day) ? DayOfWeek.MONDAY : day.getDayOfWeek();
    }

    /** True for a day at the weekend and for what is like one. */
    boolean isRestDay(LocalDate day) {
        return isRestDay(kind(day));
    }

    public static boolean isRestDay(DayOfWeek kind) {
        return kind == DayOfWeek.SATURDAY || kind == DayOfWeek.SUNDAY;
    }
}

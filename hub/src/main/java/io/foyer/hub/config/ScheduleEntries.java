package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import io.foyer.hub.domain.definition.Holidays;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.Schedule.OpenHours;
import io.foyer.hub.domain.definition.Schedule.WeekHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schedules of a site file. */
record ScheduleEntries(Calendars calendars, FaultList faults) {
    /** An overnight window that is longer probably has its two times the wrong way round. */
    private static final long LONGEST_NIGHT_MIN = 12 * 60;

    private static final int DAY_MIN = 24 * 60;

    Map<String, Schedule> check(List<SiteFile.ScheduleEntry> entries) {
        Map<String, Schedule> schedules = new LinkedHashMap<>();
        schedules.put(Schedule.ALWAYS.id(), Schedule.ALWAYS);
        Set<String> taken = new HashSet<>(schedules.keySet());
        for (int i = 0; i < entries.size(); i++) {
            SiteFile.ScheduleEntry entry = entries.get(i);
            String path = "/schedules/" + i;
            String id = faults.id(path, entry.id(), "schedule", taken);
            List<OpenHours> windows = new ArrayList<>();
            List<SiteFile.WindowEntry> written = list(entry.windows());
            for (int w = 0; w < written.size(); w++) {
                String at = path + "/windows/" + w;
                windows.add(new OpenHours(
                        days(written.get(w).days()),
                        hours(at, written.get(w).from(), written.get(w).until())));
                refuseOverlap(at, windows, w);
            }
            Holidays holidays = entry.holidays() == null
                    ? Holidays.NONE
                    : calendars.named(entry.holidays(), path + "/holidays", faults);
            schedules.put(id, new Schedule(id, windows, holidays, exceptions(path, list(entry.exceptions()))));
        }
        return schedules;
    }

    private Map<LocalDate, List<WeekHours>> exceptions(String path, List<SiteFile.ExceptionEntry> entries) {
        Map<LocalDate, List<WeekHours>> exceptions = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String at = path + "/exceptions/" + i;
            LocalDate date = entries.get(i).date();
            if (date == null) {
                faults.add(at, "an exception has no date", "Set `date` to one such as 2026-12-24.");
                continue;
            }
            List<OpenHours> windows = new ArrayList<>();
            List<SiteFile.HoursEntry> written = list(entries.get(i).windows());
            for (int w = 0; w < written.size(); w++) {
                String place = at + "/windows/" + w;
                windows.add(new OpenHours(
                        Set.of(date.getDayOfWeek()),
                        hours(place, written.get(w).from(), written.get(w).until())));
                refuseOverlap(place, windows, w);
            }
            if (exceptions.put(date, windows.stream().map(OpenHours::hours).toList()) != null) {
                faults.add(at + "/date", "`" + date + "` has two exceptions", "Put the windows of both into one.");
            }
        }
        return exceptions;
    }

    static Set<DayOfWeek> days(@Nullable List<SiteFile.WeekdayEntry> days) {
        return days == null
                ? Set.of(DayOfWeek.values())
                : Stream.of(DayOfWeek.values())
                        .filter(day -> days.contains(
                                SiteFile.WeekdayEntry.valueOf(day.name().substring(0, 3))))
                        .collect(Collectors.toSet());
    }

    private WeekHours hours(String path, @Nullable String from, @Nullable String until) {
        LocalTime begins = time(path + "/from", from, faults);
        LocalTime ends = time(path + "/until", until, faults);
        WeekHours hours = new WeekHours(begins, ends);
        boolean toMidnight = ends.equals(LocalTime.MIDNIGHT);
        if (hours.isOvernight() && !toMidnight && minutes(hours) > LONGEST_NIGHT_MIN) {
            faults.add(
                    path + "/until",
                    "the window from `" + from + "` until `" + until + "` ends before it begins",
                    "Exchange the two or, if it does go on for so long after midnight, write it as two windows:"
                            + " until \"24:00\", and from \"00:00\" on the next day.");
        }
        return hours;
    }

    private static long minutes(WeekHours hours) {
        long minutes = Duration.between(hours.from(), hours.until()).toMinutes();
        return hours.isOvernight() ? minutes + DAY_MIN : minutes;
    }

    /** Checks whether the newest window overlaps an earlier one, on the minutes of a week. */
    private void refuseOverlap(String path, List<OpenHours> windows, int newest) {
        for (int i = 0; i < newest; i++) {
            if (overlap(windows.get(i), windows.get(newest))) {
                faults.add(
                        path,
                        "this window overlaps number " + (i + 1) + " of the same schedule",
                        "Make them one, or change their days or hours.");
                return;
            }
        }
    }

    private static boolean overlap(OpenHours one, OpenHours other) {
        return one.days().stream().anyMatch(day -> other.days().stream().anyMatch(otherDay -> {
            long week = 7L * DAY_MIN;
            long begin = start(day, one.hours());
            long otherBegin = start(otherDay, other.hours());
            return Math.floorMod(otherBegin - begin, week) < minutes(one.hours())
                    || Math.floorMod(begin - otherBegin, week) < minutes(other.hours());
        }));
    }

    private static long start(DayOfWeek day, WeekHours hours) {
        return (day.getValue() - 1L) * DAY_MIN + hours.from().toSecondOfDay() / 60;
    }

    static LocalTime time(String path, @Nullable String time, FaultList faults) {
        try {
            return "24:00".equals(time) ? LocalTime.MIDNIGHT : LocalTime.parse(time == null ? "" : time);
        } catch (DateTimeException e) {
            faults.add(path, "`" + time + "` is not a time of day", "Write it in quotes, such as \"08:30\".");
            return LocalTime.MIDNIGHT;
        }
    }
}

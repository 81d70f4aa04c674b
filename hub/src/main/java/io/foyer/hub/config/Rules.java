package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import io.foyer.hub.domain.house.Plan;
import io.foyer.hub.domain.house.Schedule;
import io.foyer.hub.domain.house.Zone;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schedules and plans of a site file. */
record Rules(Faults faults) {

    Map<String, Schedule> schedules(List<SiteFile.ScheduleEntry> entries) {
        Map<String, Schedule> schedules = new LinkedHashMap<>();
        schedules.put(Schedule.ALWAYS.id(), Schedule.ALWAYS);
        Set<String> taken = new HashSet<>(schedules.keySet());
        for (int i = 0; i < entries.size(); i++) {
            String path = "/schedules/" + i;
            String id = faults.id(path, entries.get(i).id(), "schedule", taken);
            List<Schedule.Window> windows = new ArrayList<>();
            List<SiteFile.WindowEntry> written = list(entries.get(i).windows());
            for (int w = 0; w < written.size(); w++) {
                SiteFile.WindowEntry entry = written.get(w);
                String at = path + "/windows/" + w;
                windows.add(new Schedule.Window(
                        days(entry.days()), time(at + "/from", entry.from()), time(at + "/until", entry.until())));
            }
            schedules.put(id, new Schedule(id, windows));
        }
        return schedules;
    }

    private static Set<DayOfWeek> days(@Nullable List<SiteFile.Day> days) {
        return days == null
                ? Set.of(DayOfWeek.values())
                : Stream.of(DayOfWeek.values())
                        .filter(day ->
                                days.contains(SiteFile.Day.valueOf(day.name().substring(0, 3))))
                        .collect(Collectors.toSet());
    }

    private LocalTime time(String path, @Nullable String time) {
        try {
            return "24:00".equals(time) ? LocalTime.MIDNIGHT : LocalTime.parse(time == null ? "" : time);
        } catch (DateTimeException e) {
            faults.add(path, "`" + time + "` is not a time of day", "Write it in quotes, such as \"08:30\".");
            return LocalTime.MIDNIGHT;
        }
    }

    Map<String, Plan> plans(
            List<SiteFile.PlanEntry> entries, Map<String, Zone> zones, Map<String, Schedule> schedules) {
        Map<String, Plan> plans = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            SiteFile.PlanEntry entry = entries.get(i);
            String path = "/plans/" + i;
            String id = faults.id(path, entry.id(), "plan", taken);
            if (list(entry.zones()).isEmpty()) {
                faults.add(path + "/zones", "plan `" + id + "` names no zone", "List the zones that it opens.");
            }
            for (int z = 0; z < list(entry.zones()).size(); z++) {
                faults.known(path + "/zones/" + z, list(entry.zones()).get(z), zones, "zone");
            }
            String schedule = entry.schedule() == null ? Schedule.ALWAYS.id() : entry.schedule();
            faults.known(path + "/schedule", schedule, schedules, "schedule");
            plans.put(
                    id,
                    new Plan(
                            id,
                            SiteFile.text(entry.name(), id),
                            list(entry.zones()),
                            schedules.getOrDefault(schedule, Schedule.ALWAYS),
                            validity(path + "/validity", entry.validity()),
                            faults.within(path + "/graceDays", entry.graceDays(), 0, 366, 0)));
        }
        return plans;
    }

    private @Nullable Period validity(String path, @Nullable String validity) {
        if (validity == null) {
            return null;
        }
        try {
            Period period = Period.parse(validity);
            if (period.isNegative() || period.isZero()) {
                throw new DateTimeException("not forward");
            }
            return period;
        } catch (DateTimeException e) {
            faults.add(path, "`" + validity + "` is not a span of days", "Write one such as P1D, P1W, P1M or P1Y.");
            return null;
        }
    }
}

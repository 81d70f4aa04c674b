package io.foyer.simulators.space;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** What a member has bought: where to go, and when. */
public record Plan(String id, List<String> zones, List<Window> hours, boolean workdaysOnly) {
    private static final int DAY_S = 24 * 3600;

    public Plan {
        zones = List.copyOf(zones);
        hours = List.copyOf(hours);
    }

    /** Seconds of the day; {@code until} excluded. */
    public record Window(Set<DayOfWeek> days, int from, int until) {
        static final Window ALWAYS = new Window(Set.of(DayOfWeek.values()), 0, DAY_S);

        public Window {
            days = Set.copyOf(days);
        }

        static int second(String time) {
            return time.equals("24:00") ? DAY_S : LocalTime.parse(time).toSecondOfDay();
        }
    }

    public boolean isOpen(DayOfWeek day, int second) {
        return hours.stream()
                .anyMatch(window -> window.days.contains(day) && second >= window.from && second < window.until);
    }
}

package io.foyer.hub.domain.house;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Weekly opening hours on the clock of the site. */
public record Schedule(String id, List<Window> windows) {
    /** Every hour of every day; always there. */
    public static final Schedule ALWAYS = new Schedule(
            "always", List.of(new Window(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));

    public Schedule {
        windows = List.copyOf(windows);
    }

    public boolean isOpen(LocalDateTime local) {
        return windows.stream().anyMatch(window -> window.holds(local));
    }

    /**
     * From {@code from}, included, to {@code until}, excluded, on these days. An {@code until} that is not after
     * {@code from} is on the next day; so equal ones are a whole day.
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
        public Window {
            days = Set.copyOf(days);
        }

        boolean holds(LocalDateTime local) {
            LocalTime time = local.toLocalTime();
            if (until.isAfter(from)) {
                return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(until);
            }
            return (days.contains(local.getDayOfWeek()) && !time.isBefore(from))
                    || (days.contains(local.getDayOfWeek().minus(1)) && time.isBefore(until));
        }
    }
}

package io.foyer.hub.domain.house;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a membership buys: some zones, with all that they hold, in the hours of a schedule.
 *
 * @param validity from the membership's first day, or null for as long as the membership says
 * @param graceDays days after the end on which it still counts as active, 0 to 366
 * @param visits how many days on the site it buys, or null for any number
 * @param headCount how many of a company's team may be in at once, or null; such a plan is shared by the team
 */
public record Plan(
        String id,
        Text name,
        List<String> zones,
        Schedule schedule,
        @Nullable Period validity,
        int graceDays,
        @Nullable Integer visits,
        @Nullable Integer headCount) {
    public Plan {
        zones = List.copyOf(zones);
    }

    /** Any number of visits, by one person. */
    public Plan(String id, Text name, List<String> zones, Schedule schedule, @Nullable Period validity, int graceDays) {
        this(id, name, zones, schedule, validity, graceDays, null, null);
    }

    /** True where it matters since when a membership is there, and not only whether it is. */
    public boolean isCounted() {
        return validity != null || visits != null;
    }

    /** The last day, included, of what begins on {@code first}; null where the plan sets no end. */
    public @Nullable LocalDate lastDay(LocalDate first) {
        return validity == null ? null : first.plus(validity).minusDays(1);
    }
}

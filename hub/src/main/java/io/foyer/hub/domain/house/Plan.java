package io.foyer.hub.domain.house;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a membership buys: some zones, with all that they hold, in the hours of a schedule.
 *
 * @param validity from the membership's first day, or null for as long as the membership says
 * @param graceDays days after the end on which it still counts as active, 0 to 366
 */
public record Plan(
        String id,
        Text name,
        List<String> zones,
        Schedule schedule,
        @Nullable Period validity,
        int graceDays) {
    public Plan {
        zones = List.copyOf(zones);
    }
}

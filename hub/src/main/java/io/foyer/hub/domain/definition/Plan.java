package io.foyer.hub.domain.definition;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
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
        BilingualText name,
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
    public Plan(
            String id,
            BilingualText name,
            List<String> zones,
            Schedule schedule,
            @Nullable Period validity,
            int graceDays) {
        this(id, name, zones, schedule, validity, graceDays, null, null);
    }

    /** True where it matters since when a membership is there, and not only whether it is. */
    public boolean isCounted() {
        return validity != null || visits != null;
    }

    /**
     * The last day, included, of what begins on {@code first}; null where the plan sets no end. Months end the day before
     * the one with the number of the first day; where the month has no such day they end on the last one that it has
     * (German Civil Code § 188 (2) and (3), Chinese Civil Code art. 202). Several months count from the first day at once,
     * so a short month between does not move the end.
     */
    public @Nullable LocalDate lastDay(LocalDate first) {
        if (validity == null) {
            return null;
        }
        YearMonth month = YearMonth.from(first).plusMonths(validity.toTotalMonths());
        LocalDate next = month.isValidDay(first.getDayOfMonth())
                ? month.atDay(first.getDayOfMonth())
                : month.atEndOfMonth().plusDays(1);
        return next.plus(validity.withYears(0).withMonths(0)).minusDays(1);
    }
}

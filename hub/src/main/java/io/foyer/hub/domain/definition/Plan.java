package io.foyer.hub.domain.definition;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a membership buys: some zones, with all zones inside them, in the hours of a schedule.
 *
 * @param validity the time from the first day of the membership, or null where the membership alone sets the end
 * @param graceDays days after the end on which the membership still counts as active, 0 to 366
 * @param visits the number of days on the site, or null for any number
 * @param headCount how many of a company's team may be in at once, or null; the team shares such a plan
 * @param price in the currency of the site, for each validity, or for a month where the plan has none; null where nobody
 *     set one
 */
public record Plan(
        String id,
        BilingualText name,
        List<String> zones,
        Schedule schedule,
        @Nullable Period validity,
        int graceDays,
        @Nullable Integer visits,
        @Nullable Integer headCount,
        @Nullable Double price) {
    private static final double MONTH_DAYS = 365.2425 / 12;

    public Plan {
        zones = List.copyOf(zones);
    }

    /** A plan for one person with any number of visits. */
    public Plan(
            String id,
            BilingualText name,
            List<String> zones,
            Schedule schedule,
            @Nullable Period validity,
            int graceDays) {
        this(id, name, zones, schedule, validity, graceDays, null, null, null);
    }

    /** True where the plan counts time or days from the first day of the membership. */
    public boolean isCounted() {
        return validity != null || visits != null;
    }

    /** The price of a month on average; null where the plan has no price, or buys days and not a time. */
    public @Nullable Double monthlyPrice() {
        if (price == null || visits != null) {
            return null;
        }
        if (validity == null) {
            return price;
        }
        double days = LocalDate.EPOCH.plus(validity.withYears(0).withMonths(0)).toEpochDay();
        return price / (validity.toTotalMonths() + days / MONTH_DAYS);
    }

    /**
     * The last day, included, of a membership that begins on {@code first}; null where the plan sets no end. A number
     * of months ends the day before the day with the number of the first day. Where the last month has no such day, it
     * ends on the last day of that month (German Civil Code § 188 (2) and (3), Chinese Civil Code art. 202). All months
     * count at once from the first day, so a short month in between does not move the end.
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

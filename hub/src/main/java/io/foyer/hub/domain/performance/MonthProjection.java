package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.cost.CostHistory;
import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Quarters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a month will end. The quarter-hours to come are those of the same weekday and time in the past eight weeks, on the
 * mean, and are priced as they will be. The charge for the month's maximum is the one so far, or that of the expected
 * quarter-hours where they are higher.
 *
 * @param soFar with charges for time until now
 * @param end null where no past quarter-hour tells what to expect
 * @param range plus or minus, with eight chances in ten; null where fewer than three whole weeks tell it
 * @param weeks how many whole weeks tell it
 */
public record MonthProjection(
        MonthAmount soFar,
        @Nullable MonthAmount end,
        @Nullable MonthAmount range,
        int weeks) {

    /**
     * A part of a month.
     *
     * @param quantity mWh, ml or bytes
     * @param cost null where there is no tariff, or the price of a part is not known
     */
    public record MonthAmount(long quantity, @Nullable BigDecimal cost) {}

    /** The first instant whose quarter-hour matters for the projection of a month. */
    public static Instant readsFrom(YearMonth month, @Nullable CostTerms terms, ZoneId zone, Instant now) {
        Instant first = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant usual = LocalDate.ofInstant(now, zone)
                .minusDays(7L * UsualWeek.WEEKS)
                .atStartOfDay(zone)
                .toInstant();
        Instant billed = terms == null ? first : terms.readsFrom(first);
        return usual.isBefore(billed) ? usual : billed;
    }

    /**
     * Projects a month that has begun.
     *
     * @param quarters of one meter from {@link #readsFrom} to {@code now}, in order of time
     * @param terms null where the meter has no tariff
     */
    public static MonthProjection of(
            YearMonth month, List<Quarter> quarters, @Nullable CostTerms terms, ZoneId zone, Instant now) {
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        UsualWeek usual = UsualWeek.before(LocalDate.ofInstant(now, zone), quarters, zone);
        MonthAmount soFar = amount(quarters, terms, from, now.isBefore(to) ? now : to);
        if (!now.isBefore(to)) {
            return new MonthProjection(soFar, soFar, new MonthAmount(0, zero(soFar)), usual.whole());
        }
        List<Quarter> rest = new ArrayList<>();
        for (Instant start = Quarters.startOf(now); start.isBefore(to); start = start.plus(Quarters.LENGTH)) {
            Long expected = usual.at(start);
            if (expected == null) {
                return new MonthProjection(soFar, null, null, usual.whole());
            }
            rest.add(new Quarter("", start, expected, false));
        }
        Instant running = Quarters.startOf(now);
        List<Quarter> whole = new ArrayList<>(quarters.stream()
                .filter(quarter -> quarter.start().isBefore(running))
                .toList());
        MonthAmount known = amount(whole, terms, from, to);
        whole.addAll(rest);
        MonthAmount end = amount(whole, terms, from, to);
        return new MonthProjection(soFar, end, range(known, end, usual.range()), usual.whole());
    }

    private static @Nullable BigDecimal zero(MonthAmount amount) {
        return amount.cost() == null
                ? null
                : BigDecimal.ZERO.setScale(amount.cost().scale());
    }

    private static @Nullable MonthAmount range(MonthAmount known, MonthAmount end, @Nullable Double part) {
        if (part == null) {
            return null;
        }
        BigDecimal before = known.cost();
        BigDecimal after = end.cost();
        return new MonthAmount(
                Math.round((end.quantity() - known.quantity()) * part),
                before == null || after == null
                        ? null
                        : after.subtract(before)
                                .multiply(BigDecimal.valueOf(part))
                                .setScale(after.scale(), RoundingMode.HALF_UP));
    }

    private static MonthAmount amount(List<Quarter> quarters, @Nullable CostTerms terms, Instant from, Instant to) {
        long quantity = quarters.stream()
                .filter(quarter ->
                        !quarter.start().isBefore(from) && quarter.start().isBefore(to))
                .mapToLong(Quarter::quantity)
                .sum();
        if (terms == null) {
            return new MonthAmount(quantity, null);
        }
        CostHistory history = new CostHistory(terms, EnergyInterval.MONTH, from, to);
        quarters.forEach(quarter -> history.add(quarter.start(), quarter.quantity()));
        return history.steps().stream()
                .findFirst()
                .map(step -> new MonthAmount(quantity, step.cost()))
                .orElseGet(() -> new MonthAmount(quantity, null));
    }
}

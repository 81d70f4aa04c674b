package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.EnergyBudget;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.performance.MonthProjection;
import io.foyer.hub.domain.performance.MonthProjection.MonthAmount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a month of a meter will end, beside its budget. */
public record BudgetEntry(
        @Schema(description = "A month of the site's calendar, such as 2026-11")
        String month,

        @Schema(description = "In money or as a quantity; null where the site file has none") @Nullable Amount budget,

        Amount soFar,

        @Schema(description = "The end of the month; null where the past eight weeks tell nothing") @Nullable Amount projected,

        @Schema(
                description =
                        "Plus or minus, with eight chances in ten; null where fewer than three whole weeks tell it")
        @Nullable Amount plusMinus,

        @Schema(description = "projected divided by the budget; null where one of them is not known") @Nullable Double share,

        @Schema(description = "How many whole weeks of the past eight tell what is usual")
        int weeks) {

    public record Amount(
            @Schema(description = "kWh, m³ or bytes") @Nullable BigDecimal quantity,

            @Schema(description = "In the site's currency; null where it is not known") @Nullable String cost) {}

    public static BudgetEntry of(YearMonth month, @Nullable EnergyBudget budget, MonthProjection found, Medium medium) {
        BigDecimal limit = budget == null ? null : budget.of(month);
        return new BudgetEntry(
                month.toString(),
                budget == null || limit == null
                        ? null
                        : budget.isMoney() ? new Amount(null, limit.toPlainString()) : new Amount(limit, null),
                Objects.requireNonNull(amount(found.soFar(), medium)),
                amount(found.end(), medium),
                amount(found.range(), medium),
                limit == null || budget == null ? null : share(budget, limit, found.end(), medium),
                found.weeks());
    }

    private static @Nullable Amount amount(@Nullable MonthAmount amount, Medium medium) {
        return amount == null
                ? null
                : new Amount(
                        medium.decimal(amount.quantity()),
                        amount.cost() == null ? null : amount.cost().toPlainString());
    }

    private static @Nullable Double share(
            EnergyBudget budget, BigDecimal limit, @Nullable MonthAmount end, Medium medium) {
        BigDecimal value = end == null ? null : budget.isMoney() ? end.cost() : medium.decimal(end.quantity());
        return value == null || limit.signum() == 0
                ? null
                : (Double) value.divide(limit, 6, RoundingMode.HALF_UP).doubleValue();
    }
}

package io.foyer.hub.domain.definition;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;

/**
 * What a meter may use or cost in a month.
 *
 * @param isMoney true where the amounts are in the site's currency; otherwise they are kWh, m³ or bytes
 * @param perMonth the amount of every month that has none of its own
 * @param months the amounts of some months of the year
 */
public record EnergyBudget(boolean isMoney, BigDecimal perMonth, Map<Month, BigDecimal> months) {
    public EnergyBudget {
        months = Map.copyOf(months);
    }

    public BigDecimal of(YearMonth month) {
        return months.getOrDefault(month.getMonth(), perMonth);
    }
}

package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.energy.Quarters;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the base load costs beside what would be owed anyway. */
public final class BaseLoadCost {
    private BaseLoadCost() {}

    /** A month at the mean price of the quarter-hours in [from, to), rounded once; null where one is not known. */
    public static @Nullable BigDecimal ofMonth(BaseLoad load, CostTerms terms, Instant from, Instant to) {
        BigDecimal prices = BigDecimal.ZERO;
        int count = 0;
        for (Instant start = Quarters.startOf(from); start.isBefore(to); start = start.plus(Quarters.LENGTH)) {
            BigDecimal unit = terms.unit(start);
            if (unit == null) {
                return null;
            }
            prices = prices.add(unit);
            count++;
        }
        return count == 0
                ? null
                : terms.rounded(BigDecimal.valueOf(load.perMonth(), terms.decimals())
                        .multiply(prices)
                        .divide(BigDecimal.valueOf(count), MathContext.DECIMAL128));
    }
}

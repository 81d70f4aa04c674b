package io.foyer.hub.domain.cost;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the use in some quarter-hours costs beside what would be owed anyway: its bands, and what is owed for each unit. */
public final class WasteCost {
    private WasteCost() {}

    /**
     * Rounded once. Null where the meters do not all have the same tariff, or the price of a quarter-hour is not known.
     *
     * @param terms by meter
     * @param byQuarter the use of all the meters together, in mWh, ml or bytes
     */
    public static @Nullable BigDecimal of(
            Map<String, CostTerms> terms, Set<String> meters, Map<Instant, Long> byQuarter) {
        CostTerms one = CostTerms.shared(terms, meters);
        if (one == null) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Instant, Long> quarter : byQuarter.entrySet()) {
            BigDecimal unit = one.unit(quarter.getKey());
            if (unit == null) {
                return null;
            }
            sum = sum.add(BigDecimal.valueOf(quarter.getValue(), one.decimals()).multiply(unit));
        }
        return one.rounded(sum);
    }
}

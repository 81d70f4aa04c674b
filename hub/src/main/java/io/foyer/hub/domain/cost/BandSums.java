package io.foyer.hub.domain.cost;

import io.foyer.hub.domain.cost.CostStep.BandCost;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds up quantity and money by band, exactly. */
final class BandSums {
    private final Map<String, BandSum> byName = new LinkedHashMap<>();

    private record BandSum(long quantity, @Nullable BigDecimal amount) {

        BandSum and(BandSum other) {
            return new BandSum(
                    quantity + other.quantity,
                    amount == null || other.amount == null ? null : amount.add(other.amount));
        }
    }

    /** @param amount null where the price is not known */
    void add(String band, long quantity, @Nullable BigDecimal amount) {
        byName.merge(band, new BandSum(quantity, amount), BandSum::and);
    }

    /** In the order in which the bands came. */
    List<BandCost> rounded(UnaryOperator<BigDecimal> rounding) {
        return byName.entrySet().stream()
                .map(entry -> cost(entry.getKey(), entry.getValue(), rounding))
                .toList();
    }

    private static BandCost cost(String name, BandSum sum, UnaryOperator<BigDecimal> rounding) {
        BigDecimal amount = sum.amount;
        return new BandCost(name, sum.quantity, amount == null ? null : rounding.apply(amount));
    }
}

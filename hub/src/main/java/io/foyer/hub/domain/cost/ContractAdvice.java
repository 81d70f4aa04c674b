package io.foyer.hub.domain.cost;

import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which contracted demand would have been cheapest.
 *
 * @param months how many months were priced
 * @param contracted the kW agreed now, or null
 * @param cost what the months cost with it
 * @param cheapest the kW with which they would have cost least: those agreed now if no others cost less, else the fewest whole
 *     ones
 * @param cheapestCost what they would have cost with it
 */
public record ContractAdvice(
        int months, @Nullable BigDecimal contracted, BigDecimal cost, BigDecimal cheapest, BigDecimal cheapestCost) {

    /**
     * Prices the highest quarter-hours of some months, one or more, in kW. The cost is a broken line in the contracted
     * kW, which can only turn where a month's maximum meets the free part or the floor: only those kW are tried.
     */
    public static ContractAdvice of(MaximumCharge charge, List<BigDecimal> maxima) {
        TreeSet<BigDecimal> tried = new TreeSet<>();
        tried.add(BigDecimal.ONE);
        for (BigDecimal maximum : maxima) {
            turn(maximum, charge.overFrom(), tried);
            turn(maximum, charge.floor(), tried);
        }
        BigDecimal agreed = charge.contracted();
        BigDecimal best = agreed == null ? tried.first() : agreed;
        BigDecimal least = sum(charge.contracted(best), maxima);
        for (BigDecimal kw : tried) {
            BigDecimal cost = sum(charge.contracted(kw), maxima);
            if (cost.compareTo(least) < 0) {
                best = kw;
                least = cost;
            }
        }
        return new ContractAdvice(maxima.size(), agreed, sum(charge, maxima), best, least);
    }

    private static void turn(BigDecimal maximum, BigDecimal factor, TreeSet<BigDecimal> tried) {
        if (factor.signum() > 0) {
            Stream.of(RoundingMode.FLOOR, RoundingMode.CEILING)
                    .map(rounding -> maximum.divide(factor, 0, rounding))
                    .filter(kw -> kw.signum() > 0)
                    .forEach(tried::add);
        }
    }

    private static BigDecimal sum(MaximumCharge charge, List<BigDecimal> maxima) {
        return maxima.stream().map(charge::month).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package io.foyer.hub.domain.statement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts a whole into parts that add up to it to the last unit. Each part is rounded down, and the units that are left go to
 * the parts that lost most, one to each; of equal ones to the first (the method of Hamilton, also called Hare-Niemeyer).
 */
final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * Rounds exact parts. Each result differs from its part by less than one unit.
     *
     * @param exact one part or more; together they are {@code total}, but for its rounding
     * @param total its scale is the unit: with two decimals, a hundredth
     */
    static List<BigDecimal> round(BigDecimal total, List<BigDecimal> exact) {
        int scale = total.scale();
        List<BigDecimal> rounded = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal part : exact) {
            BigDecimal down = part.setScale(scale, RoundingMode.FLOOR);
            rounded.add(down);
            sum = sum.add(down);
        }
        long left = total.subtract(sum).unscaledValue().longValueExact();
        List<Integer> byLoss = IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rounded.get(i).subtract(exact.get(i))))
                .toList();
        long size = exact.size();
        for (int place = 0; place < size; place++) {
            long units = Math.floorDiv(left, size) + (place < Math.floorMod(left, size) ? 1 : 0);
            int i = byLoss.get(place);
            rounded.set(i, rounded.get(i).add(BigDecimal.valueOf(units, scale)));
        }
        return rounded;
    }

    /** Cuts a whole in proportion to weights. All of it is the last one's where the weights come to nothing. */
    static List<BigDecimal> shares(BigDecimal total, List<BigDecimal> weights) {
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return round(
                total,
                IntStream.range(0, weights.size())
                        .mapToObj(i -> part(total, weights.get(i), all, i == weights.size() - 1))
                        .toList());
    }

    static List<Long> shares(long total, List<BigDecimal> weights) {
        return shares(BigDecimal.valueOf(total), weights).stream()
                .map(BigDecimal::longValueExact)
                .toList();
    }

    private static BigDecimal part(BigDecimal total, BigDecimal weight, BigDecimal all, boolean isLast) {
        return all.signum() == 0
                ? isLast ? total : BigDecimal.ZERO
                : total.multiply(weight).divide(all, MathContext.DECIMAL128);
    }
}

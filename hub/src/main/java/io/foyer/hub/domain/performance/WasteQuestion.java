package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.performance.EmptyUse.MeterPart;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What groups of meters under one tariff used while nobody was there, and what that costs.
 *
 * @param terms null where they have no tariff
 * @param prices of the time that the question is about
 */
public record WasteQuestion(
        List<WasteGroup> groups, @Nullable CostTerms terms, PriceSteps prices) {

    public static WasteQuestion of(List<WasteGroup> groups, @Nullable CostTerms terms, Instant from, Instant to) {
        return new WasteQuestion(groups, terms, PriceSteps.of(terms, from, to));
    }

    public List<MeterPart> parts() {
        List<MeterPart> parts = new ArrayList<>();
        IntStream.range(0, groups.size()).forEach(i -> groups.get(i)
                .signs()
                .forEach((meter, sign) ->
                        parts.add(new MeterPart(i, groups.get(i).zone(), meter, sign))));
        return parts;
    }

    /** Groups that used nothing while nobody was there are left out. */
    public List<SystemWaste> answer(List<EmptyUse> uses) {
        List<SystemWaste> wastes = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            int group = i;
            List<EmptyUse> own =
                    uses.stream().filter(use -> use.group() == group).toList();
            long empty = own.stream().mapToLong(EmptyUse::empty).sum();
            if (empty > 0) {
                wastes.add(new SystemWaste(
                        groups.get(i).zone(),
                        groups.get(i).system(),
                        own.stream().mapToLong(EmptyUse::total).sum(),
                        empty,
                        own.stream().mapToLong(EmptyUse::above).sum(),
                        cost(own, false),
                        cost(own, true)));
            }
        }
        return wastes;
    }

    /** Rounded once; null where the price of a part is not known. */
    private @Nullable BigDecimal cost(List<EmptyUse> uses, boolean isAbove) {
        if (terms == null) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (EmptyUse use : uses) {
            long quantity = isAbove ? use.above() : use.empty();
            BigDecimal price = prices.prices().get(use.price());
            if (quantity != 0 && price == null) {
                return null;
            }
            sum = quantity == 0 || price == null
                    ? sum
                    : sum.add(BigDecimal.valueOf(quantity, terms.decimals()).multiply(price));
        }
        return terms.rounded(sum);
    }
}

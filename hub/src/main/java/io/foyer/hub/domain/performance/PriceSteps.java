package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.energy.Quarters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one unit more costs when: a price counts from its start to the next start.
 *
 * @param starts in order of time
 * @param places of each start: the place of its price among {@code prices}
 * @param prices each once; null stands for one that is not known
 */
public record PriceSteps(List<Instant> starts, List<Integer> places, List<@Nullable BigDecimal> prices) {

    /** The prices of [from, to). Without a tariff there is one, which is not known. */
    static PriceSteps of(@Nullable CostTerms terms, Instant from, Instant to) {
        Instant first = Quarters.startOf(from);
        PriceSteps steps = new PriceSteps(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<@Nullable BigDecimal, Integer> known = new HashMap<>(); // a price of each hour makes thousands
        if (terms == null) {
            steps.add(first, null, known);
            return steps;
        }
        for (Instant start = first; start.isBefore(to); start = start.plus(Quarters.LENGTH)) {
            steps.add(start, terms.unit(start), known);
        }
        return steps;
    }

    private void add(Instant start, @Nullable BigDecimal price, Map<@Nullable BigDecimal, Integer> known) {
        @Nullable BigDecimal plain = price == null ? null : price.stripTrailingZeros();
        Integer before = known.putIfAbsent(plain, prices.size());
        int place = before == null ? prices.size() : before;
        if (before == null) {
            prices.add(plain);
        }
        if (places.isEmpty() || places.get(places.size() - 1) != place) {
            starts.add(start);
            places.add(place);
        }
    }
}

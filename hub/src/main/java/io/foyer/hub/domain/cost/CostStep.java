package io.foyer.hub.domain.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step of the calendar costs. Each amount is rounded once, half up, to the currency's smallest unit. The cost
 * is the sum of the amounts shown, so that a reader can add them up.
 *
 * @param at the beginning of the step
 * @param quantity mWh, ml or bytes
 * @param cost null where the price of a part is not known
 * @param fixed what is owed whatever the band
 * @param demand the charge for the month's power; null in shorter steps, and for a meter that pays none
 * @param unpriced the part of {@code quantity} whose price is not known
 * @param provisional true where a part was priced with the flat price of an earlier month
 */
public record CostStep(
        Instant at,
        long quantity,
        @Nullable BigDecimal cost,
        List<BandCost> bands,
        BigDecimal fixed,
        @Nullable BigDecimal demand,
        long unpriced,
        boolean provisional) {
    public CostStep {
        bands = List.copyOf(bands);
    }

    /**
     * The part of a step in one band, or in one step of a ladder.
     *
     * @param cost null where the price of a part is not known
     */
    public record BandCost(
            String name, long quantity, @Nullable BigDecimal cost) {}
}

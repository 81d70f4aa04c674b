package io.foyer.hub.domain.tariff;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is owed for a month's power, whatever the energy. */
public sealed interface DemandCharge {

    /** What a month costs, not rounded, whose highest quarter-hour had {@code maximum} kW. */
    BigDecimal month(BigDecimal maximum);

    /** This charge where it is one for the maximum; null where it is not. */
    @Nullable MaximumCharge maximum();

    /**
     * A price for each kW of the month's maximum.
     *
     * @param contracted the kW agreed with the supplier, or null
     * @param overFrom from this times {@code contracted} on, each kW costs {@code overRatio} times the price
     * @param floor at least this times {@code contracted} is owed
     */
    record MaximumCharge(
            BigDecimal pricePerKw,
            @Nullable BigDecimal contracted,
            BigDecimal overFrom,
            BigDecimal overRatio,
            BigDecimal floor)
            implements DemandCharge {

        /** A price without an agreement. */
        public static MaximumCharge of(BigDecimal pricePerKw) {
            return new MaximumCharge(pricePerKw, null, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO);
        }

        /** The same charge under another agreement. */
        public MaximumCharge contracted(BigDecimal kw) {
            return new MaximumCharge(pricePerKw, kw, overFrom, overRatio, floor);
        }

        @Override
        public MaximumCharge maximum() {
            return this;
        }

        @Override
        public BigDecimal month(BigDecimal maximum) {
            if (contracted == null) {
                return maximum.multiply(pricePerKw);
            }
            BigDecimal owed = maximum.max(contracted.multiply(floor));
            BigDecimal usual = owed.min(contracted.multiply(overFrom));
            return usual.multiply(pricePerKw)
                    .add(owed.subtract(usual).multiply(pricePerKw).multiply(overRatio));
        }
    }

    /** A price for each kVA of the connection. */
    record CapacityCharge(BigDecimal pricePerKva, BigDecimal kva) implements DemandCharge {
        @Override
        public @Nullable MaximumCharge maximum() {
            return null;
        }

        @Override
        public BigDecimal month(BigDecimal maximum) {
            return pricePerKva.multiply(kva);
        }
    }
}

package io.foyer.hub.domain.definition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A meter with a running register.
 *
 * @param parent the meter upstream of this one, or null
 * @param zone where people use the medium
 * @param maxPowerW the most power that can flow, in W, or null where nobody knows it
 * @param registerMax the highest value of the register before it starts again at zero, or null where nobody knows it
 */
public record Meter(
        String id,
        Medium medium,
        @Nullable String parent,
        String zone,
        @Nullable String system,
        @Nullable BilingualText name,
        @Nullable Double maxPowerW,
        @Nullable Double registerMax) {

    /** The meter's name, else its id. */
    public BilingualText title() {
        return name == null ? BilingualText.of(id) : name;
    }

    /**
     * What a meter measures: electricity in kWh, water in m³, network in bytes (received and sent together). The hub
     * counts whole numbers of the medium's smallest unit (mWh, ml, bytes), so sums are exact.
     */
    public enum Medium {
        ELECTRICITY(6),
        WATER(6),
        NETWORK(0);

        /** The highest register in smallest units. Two of them together still fit a long. */
        public static final long MOST = 1_000_000_000_000_000_000L;

        private final int places;

        Medium(int places) {
            this.places = places;
        }

        /** How many smallest units make one kWh, m³ or byte. */
        public long one() {
            return BigDecimal.ONE.movePointRight(places).longValueExact();
        }

        /**
         * A decimal number of kWh, m³ or bytes in smallest units, rounded half up; empty where it is negative or above
         * {@link #MOST}.
         */
        public OptionalLong whole(BigDecimal decimal) {
            BigDecimal half = BigDecimal.valueOf(5, places + 1);
            if (decimal.signum() < 0 || decimal.compareTo(decimal(MOST)) > 0) {
                return OptionalLong.empty();
            }
            // Asked first, because to round 1e-999999999 would take all memory.
            return OptionalLong.of(
                    decimal.compareTo(half) < 0
                            ? 0
                            : decimal.movePointRight(places)
                                    .setScale(0, RoundingMode.HALF_UP)
                                    .longValueExact());
        }

        /** The exact kWh, m³ or bytes of a number of smallest units, without zeros at the end. */
        public BigDecimal decimal(long whole) {
            BigDecimal exact = BigDecimal.valueOf(whole, places).stripTrailingZeros();
            return exact.scale() < 0 ? exact.setScale(0) : exact;
        }
    }
}

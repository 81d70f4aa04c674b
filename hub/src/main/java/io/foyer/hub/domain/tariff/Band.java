package io.foyer.hub.domain.tariff;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A name for quarter-hours of one price. */
public record Band(String name, BandPrice price, BandTimes times) {

    /**
     * The price of a unit (kWh, m³, GB): a fixed part and a part that floats with the month, which add up, or the price
     * that is published for the quarter-hour.
     *
     * @param fixed in the site's currency
     * @param ratio of the month's flat price
     */
    public record BandPrice(
            @Nullable BigDecimal fixed, @Nullable BigDecimal ratio, boolean published) {

        public static BandPrice of(BigDecimal fixed) {
            return new BandPrice(fixed, null, false);
        }
    }
}

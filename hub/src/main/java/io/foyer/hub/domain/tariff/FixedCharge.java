package io.foyer.hub.domain.tariff;

import java.math.BigDecimal;

/**
 * What is owed whatever the band.
 *
 * @param perUnit for each unit (kWh, m³, GB)
 * @param perMonth for each month, by the day in shorter times
 * @param perDay for each day
 */
public record FixedCharge(BigDecimal perUnit, BigDecimal perMonth, BigDecimal perDay) {
    public static final FixedCharge NONE = new FixedCharge(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
}

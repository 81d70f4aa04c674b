package io.foyer.hub.domain.tariff;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a supplier tells after the site file was written.
 *
 * @param prices published prices of a unit, by the beginning of the quarter-hour
 * @param days the bands of called days, which are asked before those of the tariff
 */
public record TariffNotices(Map<Instant, BigDecimal> prices, Map<LocalDate, List<Band>> days) {
    public static final TariffNotices NONE = new TariffNotices(Map.of(), Map.of());

    public TariffNotices {
        prices = Map.copyOf(prices);
        days = Map.copyOf(days);
    }
}

package io.foyer.hub.domain.tariff;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The published price of a unit (kWh, m³, GB) in one quarter-hour, which may be negative.
 *
 * @param start the beginning of the quarter-hour
 */
public record PublishedPrice(Instant start, BigDecimal price) {}

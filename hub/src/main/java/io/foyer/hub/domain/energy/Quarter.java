package io.foyer.hub.domain.energy;

import java.time.Instant;

/**
 * What one meter used in one quarter-hour of the clock.
 *
 * @param start at which it begins, a multiple of 15 minutes
 * @param quantity kWh, m³ or bytes
 * @param estimated true where any of it was spread over a gap
 */
public record Quarter(String meter, Instant start, double quantity, boolean estimated) {}

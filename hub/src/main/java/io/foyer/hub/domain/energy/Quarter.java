package io.foyer.hub.domain.energy;

import java.time.Instant;

/**
 * The use of one meter in one quarter-hour of the clock.
 *
 * @param start the beginning, a multiple of 15 minutes
 * @param quantity mWh, ml or bytes
 * @param estimated true where part of the quantity was spread over a gap
 */
public record Quarter(String meter, Instant start, long quantity, boolean estimated) {}

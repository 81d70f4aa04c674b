package io.foyer.hub.domain.occupancy;

import java.time.Instant;

/**
 * When something was observed.
 *
 * @param at by the device's clock
 * @param arrived when that was heard, by the hub's clock
 * @param live false for history: then an hour without an observation before it is a time of which nothing is known
 */
public record ObservationTime(Instant at, Instant arrived, boolean live) {}

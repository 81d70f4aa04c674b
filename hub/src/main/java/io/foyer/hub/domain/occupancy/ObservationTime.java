package io.foyer.hub.domain.occupancy;

import java.time.Instant;

/**
 * When something was observed.
 *
 * @param at by the device's clock
 * @param arrived when the hub heard of it, by the hub's clock
 * @param live false for history. An hour of history without an observation is a time of which nothing is known
 */
public record ObservationTime(Instant at, Instant arrived, boolean live) {}

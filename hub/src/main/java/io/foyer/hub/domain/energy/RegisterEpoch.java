package io.foyer.hub.domain.energy;

/**
 * A register has left its level, and nothing explains the step: the step books nothing.
 *
 * @param from the last reading of the old level
 * @param to the first reading of the new level
 */
public record RegisterEpoch(Reading from, Reading to) {}

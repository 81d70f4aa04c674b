package io.foyer.hub.domain.definition;

/** Through a door: in is from its {@code from} to its {@code to}. */
public enum Direction {
    IN,
    OUT
}

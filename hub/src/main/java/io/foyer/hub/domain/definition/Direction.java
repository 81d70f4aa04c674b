package io.foyer.hub.domain.definition;

/** The direction through a door: in leads from the door's {@code from} to its {@code to}. */
public enum Direction {
    IN,
    OUT
}

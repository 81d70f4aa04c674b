package io.foyer.simulators.day;

/** A card held to a reader by somebody whom the door will not let in. */
public record Attempt(int second, String reader, String card) {}

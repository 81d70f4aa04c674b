package io.foyer.simulators.space;

/** A device that counts people. */
public sealed interface Sensor {
    String device();

    /** Counts who goes from one zone to the other, and back. */
    record Line(String device, String from, String to) implements Sensor {}

    /** Sees how many are in a zone. */
    record Camera(String device, String zone) implements Sensor {}

    /** Sees whether a desk or booth of a zone is taken. */
    record Seat(String device, String zone) implements Sensor {}
}

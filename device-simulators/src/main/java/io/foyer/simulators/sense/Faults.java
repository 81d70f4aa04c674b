package io.foyer.simulators.sense;

import java.util.Locale;
import java.util.Optional;

/**
 * What goes wrong, in doses; probabilities unless said otherwise.
 *
 * @param missedIn a person passes a line unseen in its "in" direction, {@code missedOut} in the other one
 * @param doubled a person is counted twice by a line
 * @param misseen a look of a people counter is off by one
 * @param unseen somebody sits down and the desk does not notice
 * @param cut a connection is lost on one day
 * @param duplicated a message is sent twice
 * @param late a message waits for up to five minutes; never a swipe
 * @param skewed a device's clock is wrong, by up to {@code skewMillis}
 */
public record Faults(
        double missedIn,
        double missedOut,
        double doubled,
        double misseen,
        double unseen,
        double cut,
        double duplicated,
        double late,
        double skewed,
        int skewMillis) {
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    public static final Faults SMALL = new Faults(0.0003, 0.0003, 0.0002, 0.004, 0.01, 0.06, 0.002, 0.001, 0.05, 1_500);
    public static final Faults LARGE = new Faults(0.02, 0.02, 0.01, 0.05, 0.05, 0.5, 0.02, 0.02, 0.3, 8_000);

    /** Lines of the middle class, and small faults beside: what the usual ways of counting are compared by. */
    public static final Faults LINES = new Faults(0.03, 0.05, 0.01, 0.004, 0.01, 0.06, 0.002, 0.001, 0.05, 1_500);

    /** By the name that the command line knows. */
    public static Optional<Faults> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "none" -> Optional.of(NONE);
            case "small" -> Optional.of(SMALL);
            case "large" -> Optional.of(LARGE);
            default -> Optional.empty();
        };
    }
}

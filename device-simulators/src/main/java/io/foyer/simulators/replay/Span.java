package io.foyer.simulators.replay;

import java.time.Duration;
import java.time.Instant;

/** The stretch of time that a row's values cover, measured from the row's own time. */
record Span(Duration before, Duration after) {
    static final Span INSTANT = new Span(Duration.ZERO, Duration.ZERO);

    static Span following(Duration length) {
        return new Span(Duration.ZERO, length);
    }

    static Span preceding(Duration length) {
        return new Span(length, Duration.ZERO);
    }

    Instant start(Instant rowTime) {
        return rowTime.minus(before);
    }

    Instant end(Instant rowTime) {
        return rowTime.plus(after);
    }
}

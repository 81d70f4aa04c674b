package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The flow through a meter at a moment, in W or m³/h: the flow that the meter told, or else the mean since its last
 * reading.
 */
final class FlowRate {
    private static final Duration PRESENT = Duration.ofMinutes(15);

    private FlowRate() {}

    /** A flow that a meter told. */
    record RateReport(double rate, Instant at) {}

    /**
     * The flow at {@code now}; null where nobody knows it. A mean over a gap is no flow of the moment. A byte counter
     * has no flow.
     */
    static @Nullable Double at(
            Instant now, @Nullable RateReport told, @Nullable Consumption newest, Meter.Medium medium) {
        if (told != null) {
            return isPresent(told.at(), now) ? told.rate() : null;
        }
        if (newest == null || newest.estimated() || !isPresent(newest.to(), now)) {
            return null;
        }
        double perHour = newest.quantity() / (Quarters.seconds(newest.from(), newest.to()) / 3600);
        return switch (medium) {
            case ELECTRICITY -> perHour / 1000;
            case WATER -> perHour / medium.one();
            case NETWORK -> null;
        };
    }

    /** The first instant at which the flow is unknown if no message comes; null where the flow is unknown already. */
    static @Nullable Instant until(@Nullable RateReport told, @Nullable Consumption newest) {
        Instant last = told != null ? told.at() : newest == null || newest.estimated() ? null : newest.to();
        return last == null ? null : last.plus(PRESENT).plusNanos(1);
    }

    private static boolean isPresent(Instant at, Instant now) {
        return !at.isBefore(now.minus(PRESENT));
    }
}

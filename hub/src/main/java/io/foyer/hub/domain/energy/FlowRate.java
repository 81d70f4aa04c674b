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

    private @Nullable RateReport told;

    /** A flow that a meter told. */
    private record RateReport(double rate, Instant at) {}

    void restore(@Nullable Double rate, @Nullable Instant at) {
        told = rate == null || at == null ? null : new RateReport(rate, at);
    }

    /** Takes the newest message of a meter. A register without a rate takes the place of an earlier rate. */
    void hear(String meter, @Nullable Double rate, boolean withRegister, Instant at, EnergyChanges changes) {
        if (rate != null) {
            told = new RateReport(rate, at);
            changes.rate(meter, rate, at);
        } else if (withRegister && told != null) {
            told = null;
            changes.rate(meter, null, at);
        }
    }

    /** When the meter told its flow; null where it does not. */
    @Nullable Instant toldAt() {
        return told == null ? null : told.at();
    }

    /**
     * The flow at {@code now}; null where nobody knows it. A mean over a gap is no flow of the moment. A byte counter
     * has no flow.
     */
    @Nullable Double at(Instant now, @Nullable Consumption newest, Meter.Medium medium) {
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
    @Nullable Instant until(@Nullable Consumption newest) {
        Instant last = told != null ? told.at() : newest == null || newest.estimated() ? null : newest.to();
        return last == null ? null : last.plus(PRESENT).plusNanos(1);
    }

    private static boolean isPresent(Instant at, Instant now) {
        return !at.isBefore(now.minus(PRESENT));
    }
}

package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import io.foyer.hub.domain.energy.Register.RegisterState;
import io.foyer.hub.domain.energy.Register.RegisterStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The use of a meter that has no register: each power holds until the next one, {@link #HOLD} at most, and what it
 * booked is an estimate. From its first register on a meter is booked by its register alone.
 */
final class PowerUse {
    /** After this time nobody knows what flowed. */
    static final Duration HOLD = Duration.ofMinutes(15);

    private static final long NANOS_AN_HOUR = Duration.ofHours(1).toNanos();

    private PowerUse() {}

    /** The first reading of a power, a power after a power, or the first register after powers. */
    static RegisterStep next(RegisterState state, Reading reading) {
        Reading last = state.last();
        if (!reading.isPower()) {
            return step(reading, new JudgedReading(reading, ReadingVerdict.BASELINE, null));
        }
        if (last == null) {
            return step(reading, new JudgedReading(reading, ReadingVerdict.POWER, null));
        }
        return last.isPower()
                ? step(reading, new JudgedReading(reading, ReadingVerdict.POWER, held(last, reading.at())))
                : new RegisterStep(state, List.of());
    }

    private static RegisterStep step(Reading reading, JudgedReading judged) {
        return new RegisterStep(RegisterState.at(reading), List.of(judged));
    }

    private static Consumption held(Reading power, Instant until) {
        Instant end = end(power.at(), until);
        long nanos = Duration.between(power.at(), end).toNanos();
        return new Consumption(power.at(), end, Quarters.part(power.register(), nanos, NANOS_AN_HOUR), true);
    }

    /** When a power from one instant ends, where the next reading comes at another. */
    static Instant end(Instant from, Instant next) {
        Instant end = from.plus(HOLD);
        return end.isBefore(next) ? end : next;
    }
}

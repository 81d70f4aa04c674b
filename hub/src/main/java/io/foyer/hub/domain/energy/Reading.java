package io.foyer.hub.domain.energy;

import java.time.Instant;

/**
 * What a meter told at an instant.
 *
 * @param register a running total in the smallest unit of the medium (mWh, ml, bytes); not negative
 * @param isPower true where the meter has no register and {@code register} is its power in mW, or its flow in ml an hour
 */
public record Reading(Instant at, long register, boolean isPower) {
    /** A reading of a register. */
    public Reading(Instant at, long register) {
        this(at, register, false);
    }

    /** A power or a flow of a meter without a register. A power that flows back counts as none. */
    static Reading ofPower(Instant at, long perHour) {
        return new Reading(at, Math.max(0, perHour), true);
    }
}

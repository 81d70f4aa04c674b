package io.foyer.hub.domain.energy;

import java.time.Instant;

/** The value of a register at an instant, in the smallest unit of its medium (mWh, ml, bytes); not negative. */
public record Reading(Instant at, long register) {}

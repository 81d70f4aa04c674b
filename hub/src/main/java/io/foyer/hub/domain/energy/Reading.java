package io.foyer.hub.domain.energy;

import java.time.Instant;

/** The value of a register at an instant, in kWh, m³ or bytes. The value is finite and not negative. */
public record Reading(Instant at, double register) {}

package io.foyer.hub.domain.energy;

import java.time.Instant;

/** What a register showed, in kWh, m³ or bytes; never negative, always finite. */
public record Reading(Instant at, double register) {}

package io.foyer.hub.domain.access;

import java.time.Instant;

/** A person has let every door of the site stand open, as in a fire. {@code by} is who did it. */
public record Release(Instant since, String by, String reason) {}

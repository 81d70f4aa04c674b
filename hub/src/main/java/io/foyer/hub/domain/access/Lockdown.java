package io.foyer.hub.domain.access;

import java.time.Instant;

/** A person has shut every door of the site. {@code by} is who did it. */
public record Lockdown(Instant since, String by, String reason) {}

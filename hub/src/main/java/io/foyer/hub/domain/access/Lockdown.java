package io.foyer.hub.domain.access;

import java.time.Instant;

/** Every door of the site is shut. {@code by} is the person who ordered the lockdown. */
public record Lockdown(Instant since, String by, String reason) {}

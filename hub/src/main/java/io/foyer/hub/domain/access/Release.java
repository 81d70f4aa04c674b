package io.foyer.hub.domain.access;

import java.time.Instant;

/** Every door of the site stands open, as in a fire. {@code by} is the person who ordered the release. */
public record Release(Instant since, String by, String reason) {}

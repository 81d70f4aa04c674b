package io.foyer.hub.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person has passed a door by a swipe.
 *
 * @param from the zone where the swipes placed the person before; null where they placed the person nowhere
 * @param to the zone to which the door leads, or {@code outside}
 */
public record DoorPassage(@Nullable String from, String to, Instant at) {}

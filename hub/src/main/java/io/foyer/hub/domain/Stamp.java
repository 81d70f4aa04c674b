package io.foyer.hub.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a message was made and when it came, and by which name its sender would know it again.
 *
 * @param id unique per device, or null
 * @param at the device's own clock, or null where the message does not say
 * @param arrived the hub's clock
 * @param retained true where a broker kept the message: it may be of any age
 */
public record Stamp(@Nullable String id, @Nullable Instant at, Instant arrived, boolean retained) {}

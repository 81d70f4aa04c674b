package io.foyer.hub.domain;

import io.foyer.hub.domain.access.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a device is told to do, in answer to a swipe or to how its door stands. Never kept for later: a device that is away misses it. */
public sealed interface Order {
    String device();

    /**
     * Open the door.
     *
     * @param swipe the id of the swipe that it answers, or null where the swipe had none
     * @param seconds for how long
     * @param expiresAt from when on it must not be obeyed any more
     */
    record Unlock(String device, @Nullable String swipe, String door, int seconds, Instant expiresAt)
            implements Order {}

    /** Stand open until told otherwise. */
    record HoldOpen(String device, String door, Instant expiresAt) implements Order {}

    /** Lock now; later grants still open. */
    record Lock(String device, String door, Instant expiresAt) implements Order {}

    /** Go on as usual. */
    record Resume(String device, String door, Instant expiresAt) implements Order {}

    /** Say no, and why. */
    record Deny(String device, @Nullable String swipe, Reason reason) implements Order {}
}

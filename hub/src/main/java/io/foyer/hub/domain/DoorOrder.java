package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a device is told to do, in answer to a swipe, to a person or to how its door stands. Never kept for later: a device
 * that is away misses it. {@code by} is the person whom it answers, or null.
 */
public sealed interface DoorOrder {
    /** A command that arrives later than this must not be obeyed. */
    Duration LASTS = Duration.ofSeconds(10);

    String device();

    /** Hands this order to the method of its kind. */
    <T> T accept(OrderVisitor<T> visitor);

    /** One method for each kind of order: a kind that somebody forgets does not compile. */
    interface OrderVisitor<T> {
        T unlock(UnlockOrder order);

        T holdOpen(HoldOpenOrder order);

        T lock(LockOrder order);

        T resume(ResumeOrder order);

        T deny(DenyOrder order);
    }

    /**
     * Open the door.
     *
     * @param swipe the id of the swipe that it answers, or null where the swipe had none or nobody swiped
     * @param by the person that it answers, or null where somebody swiped
     * @param seconds for how long
     * @param expiresAt from when on it must not be obeyed any more
     */
    record UnlockOrder(
            String device, @Nullable String swipe, @Nullable String by, String door, int seconds, Instant expiresAt)
            implements DoorOrder {

        /** In answer to a swipe. */
        public UnlockOrder(String device, @Nullable String swipe, String door, int seconds, Instant expiresAt) {
            this(device, swipe, null, door, seconds, expiresAt);
        }

        @Override
        public <T> T accept(OrderVisitor<T> visitor) {
            return visitor.unlock(this);
        }
    }

    /** Stand open until told otherwise. */
    record HoldOpenOrder(String device, @Nullable String by, String door, Instant expiresAt) implements DoorOrder {
        @Override
        public <T> T accept(OrderVisitor<T> visitor) {
            return visitor.holdOpen(this);
        }
    }

    /** Lock now; later grants still open. */
    record LockOrder(String device, @Nullable String by, String door, Instant expiresAt) implements DoorOrder {
        @Override
        public <T> T accept(OrderVisitor<T> visitor) {
            return visitor.lock(this);
        }
    }

    /** Go on as usual. */
    record ResumeOrder(String device, @Nullable String by, String door, Instant expiresAt) implements DoorOrder {
        @Override
        public <T> T accept(OrderVisitor<T> visitor) {
            return visitor.resume(this);
        }
    }

    /** Say no, and why. */
    record DenyOrder(String device, @Nullable String swipe, AccessReason reason) implements DoorOrder {
        @Override
        public <T> T accept(OrderVisitor<T> visitor) {
            return visitor.deny(this);
        }
    }
}

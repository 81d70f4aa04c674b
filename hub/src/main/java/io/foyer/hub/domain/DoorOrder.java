package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the hub tells a device to do: the answer to a swipe, the command of a person, or the mode of the door. The hub
 * keeps no order for later: a device that is away misses the order. {@code by} is the person who gave the command, or
 * null.
 */
public sealed interface DoorOrder {
    /** A device must not obey an order that arrives later than this. */
    Duration LASTS = Duration.ofSeconds(10);

    String device();

    /** Hands this order to the method of its kind. */
    <T> T accept(OrderVisitor<T> visitor);

    /** One method for each kind of order. The compiler finds a kind that somebody forgets. */
    interface OrderVisitor<T> {
        T unlock(UnlockOrder order);

        T holdOpen(HoldOpenOrder order);

        T lock(LockOrder order);

        T resume(ResumeOrder order);

        T deny(DenyOrder order);
    }

    /**
     * Unlocks the door.
     *
     * @param swipe the id of the swipe that the order answers, or null where the swipe had no id or nobody swiped
     * @param by the person who gave the command, or null where somebody swiped
     * @param seconds how long the door stays unlocked
     * @param expiresAt from this instant on the device must not obey
     */
    record UnlockOrder(
            String device, @Nullable String swipe, @Nullable String by, String door, int seconds, Instant expiresAt)
            implements DoorOrder {

        /** The answer to a swipe. */
        public UnlockOrder(String device, @Nullable String swipe, String door, int seconds, Instant expiresAt) {
            this(device, swipe, null, door, seconds, expiresAt);
        }

        @Override
        public <T> T accept(OrderVisitor<T> visitor) {
            return visitor.unlock(this);
        }
    }

    /** Holds the door open until another order comes. */
    record HoldOpenOrder(String device, @Nullable String by, String door, Instant expiresAt) implements DoorOrder {
        @Override
        public <T> T accept(OrderVisitor<T> visitor) {
            return visitor.holdOpen(this);
        }
    }

    /** Locks the door now. Later grants still open the door. */
    record LockOrder(String device, @Nullable String by, String door, Instant expiresAt) implements DoorOrder {
        @Override
        public <T> T accept(OrderVisitor<T> visitor) {
            return visitor.lock(this);
        }
    }

    /** Lets the door follow its usual rules again. */
    record ResumeOrder(String device, @Nullable String by, String door, Instant expiresAt) implements DoorOrder {
        @Override
        public <T> T accept(OrderVisitor<T> visitor) {
            return visitor.resume(this);
        }
    }

    /** Refuses the swipe and gives the reason. */
    record DenyOrder(String device, @Nullable String swipe, AccessReason reason) implements DoorOrder {
        @Override
        public <T> T accept(OrderVisitor<T> visitor) {
            return visitor.deny(this);
        }
    }
}

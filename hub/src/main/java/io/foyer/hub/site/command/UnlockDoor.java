package io.foyer.hub.site.command;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.definition.Door;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Unlocks a door once, for a person in front of it.
 *
 * @param seconds how long, or null for the usual time of the door
 */
public record UnlockDoor(String door, @Nullable Integer seconds, String reason) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        Reply missing = DoorCheck.missing(context, door);
        Reply outOfUse = missing == null ? DoorCheck.outOfUse(context, door) : missing;
        return outOfUse == null ? interlocked(context) : outOfUse;
    }

    private @Nullable Reply interlocked(CommandContext context) {
        Door other = interlocking(context, door(context));
        return other == null
                ? null
                : new Reply.Conflict("Door " + other.id() + " of the same interlock is open or has just been unlocked: "
                        + "wait until it is shut, or hold door " + door
                        + " open; holding open does not check the interlock.");
    }

    /** Another door of the interlock that is open, may open at any moment, or is being unlocked by somebody else. */
    private static @Nullable Door interlocking(CommandContext context, Door door) {
        Door other = context.doorkeeper().interlocking(door, context.now());
        return other != null || door.interlock() == null
                ? other
                : context.pending()
                        .all(Door.class)
                        .filter(coming -> door.interlock().equals(coming.interlock()))
                        .filter(coming -> !coming.id().equals(door.id()))
                        .findFirst()
                        .orElse(null);
    }

    private Door door(CommandContext context) {
        return Objects.requireNonNull(context.definition().doors().get(door), door);
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("unlock", door, reason);
    }

    /**
     * The door stays shut where the command is durable too late, because the person has gone by then. The door also
     * stays shut where another door of its interlock was opened meanwhile.
     */
    @Override
    public Transition<Door> transition(CommandContext context, String actor) {
        Instant expiresAt = context.now().plus(DoorOrder.LASTS);
        Door unlocked = door(context);
        int duration = seconds == null ? unlocked.unlockSeconds() : seconds;
        return Transition.permission(
                RecordKey.unlocking(),
                unlocked,
                List.of(),
                () -> {
                    Instant now = context.now();
                    if (now.isBefore(expiresAt) && context.doorkeeper().interlocking(unlocked, now) == null) {
                        context.carryOut(context.site().doors().unlock(actor, door, duration, expiresAt));
                    }
                },
                () -> {});
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}

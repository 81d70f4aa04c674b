package io.foyer.hub.site.command;

import io.foyer.hub.domain.DoorChange;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Doorkeeper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the override of a door: the door follows its site file again. */
public record ResumeDoor(String door, String reason) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return DoorCheck.missing(context, door);
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("resume", door, reason);
    }

    /** Shuts a door that is held open, which binds at once. Opens a door that is locked, or that a pending lock shuts. */
    @Override
    public Transition<DoorOverride> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        RecordKey<DoorOverride> key = RecordKey.doorState(door);
        DoorOverride inForce = keeper.doorState(door);
        boolean opens = isLocked(inForce) || isLocked(context.pending().value(key, inForce));
        return Transition.of(
                !opens,
                key,
                null,
                List.of(new DoorChange.OverrideRemoval(door)),
                context.atDoors(actor, door, () -> keeper.resume(door)),
                context.backToOverride(actor, door, inForce));
    }

    private static boolean isLocked(@Nullable DoorOverride state) {
        return state != null && state.mode() == DoorOverride.OverrideMode.LOCKED;
    }

    @Override
    public boolean isUrgent() {
        return true;
    }
}

package io.foyer.hub.site.command;

import io.foyer.hub.domain.DoorChange;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Doorkeeper;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Locks a door or holds it open, whatever its schedule says.
 *
 * @param seconds how long, or null until somebody resumes the door
 */
public record OverrideDoor(
        String door,
        DoorOverride.OverrideMode mode,
        @Nullable Integer seconds,
        String reason) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        Reply missing = DoorCheck.missing(context, door);
        return missing == null && mode == DoorOverride.OverrideMode.HELD_OPEN
                ? DoorCheck.outOfUse(context, door)
                : missing;
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry(isLock() ? "lock" : "hold-open", door, reason);
    }

    private boolean isLock() {
        return mode == DoorOverride.OverrideMode.LOCKED;
    }

    /** A lock binds at once. A lock that ends before the present lock opens the door earlier, so it binds on commit. */
    @Override
    public Transition<DoorOverride> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        Instant now = context.now();
        Instant until = seconds == null ? null : now.plusSeconds(seconds);
        DoorOverride state = new DoorOverride(door, mode, now, until, actor, reason);
        DoorOverride inForce = keeper.doorState(door);
        boolean opens =
                inForce != null && inForce.mode() == DoorOverride.OverrideMode.LOCKED && inForce.outlasts(state);
        return Transition.of(
                isLock() && !opens,
                RecordKey.doorState(door),
                state,
                List.of(new DoorChange.OverrideUpdate(state)),
                context.atDoors(actor, door, () -> keeper.put(state)),
                context.backToOverride(actor, door, inForce));
    }

    @Override
    public boolean isUrgent() {
        return true;
    }
}

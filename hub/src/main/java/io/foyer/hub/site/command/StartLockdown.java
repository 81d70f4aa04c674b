package io.foyer.hub.site.command;

import io.foyer.hub.domain.DoorChange;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Lockdown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Locks every door of the site. */
public record StartLockdown(String reason) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return null;
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("lockdown", context.definition().site(), reason);
    }

    @Override
    public Transition<Lockdown> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        Lockdown before = keeper.lockdown();
        Lockdown lockdown = new Lockdown(context.now(), actor, reason);
        return Transition.restriction(
                RecordKey.lockdown(),
                null,
                List.of(new DoorChange.LockdownUpdate(lockdown)),
                context.atDoors(actor, null, () -> keeper.lockDown(lockdown)),
                context.atDoors(actor, null, () -> keeper.lockDown(before)));
    }

    @Override
    public boolean isUrgent() {
        return true;
    }
}

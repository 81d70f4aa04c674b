package io.foyer.hub.site.command;

import io.foyer.hub.domain.DoorChange;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Lockdown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the lockdown of the site. */
public record EndLockdown(String reason) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return null;
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("end-lockdown", context.definition().site(), reason);
    }

    @Override
    public Transition<Lockdown> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        Lockdown before = keeper.lockdown();
        return Transition.permission(
                RecordKey.lockdown(),
                null,
                List.of(new DoorChange.LockdownUpdate(null)),
                context.atDoors(actor, null, () -> keeper.lockDown(null)),
                context.atDoors(actor, null, () -> keeper.lockDown(before)));
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}

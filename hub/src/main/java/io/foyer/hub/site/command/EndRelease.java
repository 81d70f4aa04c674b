package io.foyer.hub.site.command;

import io.foyer.hub.domain.DoorChange;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Release;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the release of the site. */
public record EndRelease(String reason) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return null;
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("end-release", context.definition().site(), reason);
    }

    /** The end of a release shuts doors, so it binds at once. */
    @Override
    public Transition<Release> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        Release before = keeper.release();
        return Transition.restriction(
                RecordKey.release(),
                null,
                List.of(new DoorChange.ReleaseUpdate(null)),
                context.atDoors(actor, null, () -> keeper.release(null)),
                context.atDoors(actor, null, () -> keeper.release(before)));
    }

    @Override
    public boolean isUrgent() {
        return true;
    }
}

package io.foyer.hub.site.command;

import io.foyer.hub.domain.DoorChange;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Release;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets every door of the site stand open, as in a fire. */
public record StartRelease(String reason) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return null;
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("release", context.definition().site(), reason);
    }

    /** The release opens doors and yet binds at once, durable or not: nobody waits in a fire. */
    @Override
    public Transition<Release> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        Release before = keeper.release();
        Release release = new Release(context.now(), actor, reason);
        return Transition.restriction(
                RecordKey.release(),
                null,
                List.of(new DoorChange.ReleaseUpdate(release)),
                context.atDoors(actor, null, () -> keeper.release(release)),
                context.atDoors(actor, null, () -> keeper.release(before)));
    }

    @Override
    public boolean isUrgent() {
        return true;
    }
}

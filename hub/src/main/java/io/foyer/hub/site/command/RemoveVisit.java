package io.foyer.hub.site.command;

import io.foyer.hub.domain.ReservationChange;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cancels a visit. */
public record RemoveVisit(String id) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return context.missingVisit(id);
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("remove-visit", id);
    }

    @Override
    public Transition<Visit> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        return Transition.restriction(
                RecordKey.visit(id),
                null,
                List.of(new ReservationChange.VisitRemoval(id)),
                () -> keeper.removeVisit(id),
                Transition.backTo(keeper.visit(id), context.entitlements()::put));
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}

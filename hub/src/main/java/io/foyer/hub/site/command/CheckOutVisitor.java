package io.foyer.hub.site.command;

import io.foyer.hub.domain.ReservationChange;
import io.foyer.hub.domain.access.Visit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks a visitor out at the desk: the pass lets nobody in any more. */
public record CheckOutVisitor(String visit) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return context.missingVisit(visit);
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("check-out", visit);
    }

    @Override
    public Transition<Visit> transition(CommandContext context, String actor) {
        Visit expected = Objects.requireNonNull(context.visit(visit), visit);
        Visit checkedOut = expected.checkOut(context.now());
        return Transition.restriction(
                RecordKey.visit(visit),
                checkedOut,
                List.of(new ReservationChange.VisitUpdate(checkedOut)),
                () -> context.entitlements().put(checkedOut),
                Transition.backTo(context.doorkeeper().visit(visit), context.entitlements()::put));
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}

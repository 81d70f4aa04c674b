package io.foyer.hub.site.command;

import io.foyer.hub.domain.ReservationChange;
import io.foyer.hub.domain.access.Visit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks a visitor in at the desk. After a check-out the pass lets the visitor in again. */
public record CheckInVisitor(String visit) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return context.missingVisit(visit);
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("check-in", visit);
    }

    @Override
    public Transition<Visit> transition(CommandContext context, String actor) {
        Visit expected = Objects.requireNonNull(context.visit(visit), visit);
        Visit checkedIn = expected.checkIn(context.now());
        return Transition.permission(
                RecordKey.visit(visit),
                checkedIn,
                List.of(new ReservationChange.VisitUpdate(checkedIn)),
                () -> context.entitlements().put(checkedIn),
                Transition.backTo(context.doorkeeper().visit(visit), context.entitlements()::put));
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}

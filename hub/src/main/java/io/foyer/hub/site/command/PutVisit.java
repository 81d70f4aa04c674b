package io.foyer.hub.site.command;

import io.foyer.hub.domain.ReservationChange;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Visit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Announces a visitor, or replaces a visit. A visit keeps its pass, and when its visitor checked in and out. */
public record PutVisit(String id, String visitor, String host, Instant from, Instant until, Set<String> doors)
        implements Command {
    public PutVisit {
        doors = Set.copyOf(doors);
    }

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return new FieldCheck(context)
                .member("host", host)
                .doors("doors", doors)
                .reply();
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("put-visit", id);
    }

    @Override
    public Transition<Visit> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        Visit visit = visit(context.visit(id), context.now());
        Visit inForce = keeper.visit(id);
        return Transition.replacement(
                RecordKey.visit(id),
                new ReservationChange.VisitUpdate(visit),
                inForce,
                inForce == null ? null : inForce.and(visit),
                visit,
                context.entitlements()::put,
                () -> keeper.removeVisit(id));
    }

    private Visit visit(@Nullable Visit before, Instant now) {
        return new Visit(
                id,
                visitor,
                host,
                from,
                until,
                doors,
                before == null ? now.truncatedTo(ChronoUnit.MILLIS) : before.issued(),
                before == null ? null : before.checkedIn(),
                before == null ? null : before.checkedOut());
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}

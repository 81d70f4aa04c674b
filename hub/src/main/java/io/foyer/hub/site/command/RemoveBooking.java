package io.foyer.hub.site.command;

import io.foyer.hub.domain.ReservationChange;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Doorkeeper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cancels a booking. */
public record RemoveBooking(String id) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return context.booking(id) == null ? new Reply.MissingThing("booking " + id) : null;
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("remove-booking", id);
    }

    @Override
    public Transition<Booking> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        return Transition.restriction(
                RecordKey.booking(id),
                null,
                List.of(new ReservationChange.BookingRemoval(id)),
                () -> keeper.removeBooking(id),
                Transition.backTo(keeper.bookings().get(id), context.entitlements()::put));
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}

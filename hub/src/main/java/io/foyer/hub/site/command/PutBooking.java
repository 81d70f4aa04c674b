package io.foyer.hub.site.command;

import io.foyer.hub.domain.ReservationChange;
import io.foyer.hub.domain.access.Booking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books a zone or a resource, or replaces a booking. */
public record PutBooking(Booking booking) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        FieldCheck check = new FieldCheck(context);
        booking.members().forEach(member -> check.member("members", member));
        Reply invalid = check.zone("zone", booking.zone()).reply();
        return invalid == null ? context.bookingConflicts().conflict(booking) : invalid;
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("put-booking", booking.id());
    }

    /** Has no rollback: a booking is in force only when it is durable. */
    @Override
    public Transition<Booking> transition(CommandContext context, String actor) {
        return Transition.permission(
                RecordKey.booking(booking.id()),
                booking,
                List.of(new ReservationChange.BookingUpdate(booking)),
                () -> context.entitlements().put(booking),
                () -> {});
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}

package io.foyer.hub.domain.access;

/** Takes what changes in bookings and visits: one method for each kind of change. */
public interface ReservationChanges {
    void booking(Booking booking);

    void bookingGone(String id);

    void visit(Visit visit);

    void visitGone(String id);
}

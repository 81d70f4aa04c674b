package io.foyer.hub.domain.access;

/** Takes the changes of bookings and visits, with one method for each kind of change. */
public interface ReservationChanges {
    void booking(Booking booking);

    void bookingGone(String id);

    void visit(Visit visit);

    void visitGone(String id);
}

package io.foyer.hub.domain;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Visit;

/** A change of the bookings and visits of a site. */
public sealed interface ReservationChange extends Change {

    record BookingUpdate(Booking booking) implements ReservationChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.reservations().booking(booking);
        }
    }

    record BookingRemoval(String id) implements ReservationChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.reservations().bookingGone(id);
        }
    }

    record VisitUpdate(Visit visit) implements ReservationChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.reservations().visit(visit);
        }
    }

    record VisitRemoval(String id) implements ReservationChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.reservations().visitGone(id);
        }
    }
}

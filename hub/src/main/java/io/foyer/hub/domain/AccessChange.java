package io.foyer.hub.domain;

import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.access.PinAttempts;
import io.foyer.hub.domain.access.Whereabouts;
import java.time.LocalDate;

/** A change that swipes, contacts and time make at the doors. */
public sealed interface AccessChange extends Change {

    /** Where somebody is by their swipes. */
    record WhereaboutsUpdate(Whereabouts whereabouts) implements AccessChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.access().whereabouts(whereabouts);
        }
    }

    /** Where somebody was is forgotten. */
    record WhereaboutsRemoval(String person) implements AccessChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.access().whereaboutsGone(person);
        }
    }

    /** A membership that counts its days was used on one. */
    record DayUse(String membership, LocalDate day) implements AccessChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.access().dayUsed(membership, day);
        }
    }

    record AttemptsUpdate(PinAttempts.WrongPins count) implements AccessChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.access().attempts(count);
        }
    }

    /** What a contact said last, and whether that still stands. */
    record ContactUpdate(DoorContact contact) implements AccessChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.access().contact(contact);
        }
    }

    record DoorActivityUpdate(DoorActivity activity) implements AccessChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.access().doorActivity(activity);
        }
    }
}

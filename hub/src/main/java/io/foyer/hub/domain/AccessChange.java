package io.foyer.hub.domain;

import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.access.PinAttempts;
import io.foyer.hub.domain.access.Whereabouts;
import java.time.LocalDate;

/** A change at the doors that comes from swipes, contacts or time. */
public sealed interface AccessChange extends Change {

    /** The place of a person by their swipes. */
    record WhereaboutsUpdate(Whereabouts whereabouts) implements AccessChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.access().whereabouts(whereabouts);
        }
    }

    /** The site forgets the place of a person. */
    record WhereaboutsRemoval(String person) implements AccessChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.access().whereaboutsGone(person);
        }
    }

    /** Somebody used a membership on this day. Only memberships that count their days have such changes. */
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

    /** The last report of a contact, and whether the report still counts. */
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

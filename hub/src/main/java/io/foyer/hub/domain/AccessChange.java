package io.foyer.hub.domain;

import io.foyer.hub.domain.access.Attempts;
import io.foyer.hub.domain.access.Contact;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.Whereabouts;
import java.time.LocalDate;

/** A change that swipes, contacts and time make at the doors. */
public sealed interface AccessChange extends Change {

    /** Where somebody is by their swipes. */
    record WhereaboutsAre(Whereabouts whereabouts) implements AccessChange {
        @Override
        public void accept(Changes changes) {
            changes.access().whereabouts(whereabouts);
        }
    }

    /** Where somebody was is forgotten. */
    record WhereaboutsGone(String person) implements AccessChange {
        @Override
        public void accept(Changes changes) {
            changes.access().whereaboutsGone(person);
        }
    }

    /** A membership that counts its days was used on one. */
    record DayUsed(String membership, LocalDate day) implements AccessChange {
        @Override
        public void accept(Changes changes) {
            changes.access().dayUsed(membership, day);
        }
    }

    record AttemptsAre(Attempts.Count count) implements AccessChange {
        @Override
        public void accept(Changes changes) {
            changes.access().attempts(count);
        }
    }

    /** What a contact said last, and whether that still stands. */
    record ContactIs(Contact contact) implements AccessChange {
        @Override
        public void accept(Changes changes) {
            changes.access().contact(contact);
        }
    }

    record DoorActed(DoorActivity activity) implements AccessChange {
        @Override
        public void accept(Changes changes) {
            changes.access().doorActivity(activity);
        }
    }
}

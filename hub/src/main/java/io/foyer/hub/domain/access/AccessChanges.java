package io.foyer.hub.domain.access;

import java.time.LocalDate;

/** Takes what swipes, contacts and time change at the doors, with one method for each kind of change. */
public interface AccessChanges {
    /** The swipes of a person give this place. */
    void whereabouts(Whereabouts whereabouts);

    /** The site forgets the place of a person. */
    void whereaboutsGone(String person);

    /** Somebody used a membership on this day. Only memberships that count their days have such changes. */
    void dayUsed(String membership, LocalDate day);

    void attempts(PinAttempts.WrongPins count);

    void contact(DoorContact contact);

    void doorActivity(DoorActivity activity);
}

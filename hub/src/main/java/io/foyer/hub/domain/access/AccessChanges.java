package io.foyer.hub.domain.access;

import java.time.LocalDate;

/** Takes what swipes, contacts and time change at the doors: one method for each kind of change. */
public interface AccessChanges {
    /** Somebody is there by their swipes. */
    void whereabouts(Whereabouts whereabouts);

    /** Where somebody was is forgotten. */
    void whereaboutsGone(String person);

    /** A membership that counts its days was used on one. */
    void dayUsed(String membership, LocalDate day);

    void attempts(PinAttempts.WrongPins count);

    void contact(DoorContact contact);

    void doorActivity(DoorActivity activity);
}

package io.foyer.hub.domain.access;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** One question at the door: the reason that it gives, and when it objects. */
record Rule(Reason reason, Predicate<Case> question) {

    /** A swipe older than this is not answered with an open door. */
    static final Duration STALE_AFTER = Duration.ofSeconds(30);

    /** In the order of the contract; the first that objects is the answer. */
    static final List<Rule> ALL = List.of(
            new Rule(Reason.UNKNOWN_DOOR, Case::isUnknownDoor),
            new Rule(Reason.DOOR_DISABLED, Case::isDisabled),
            new Rule(Reason.STALE_SWIPE, Case::isStale),
            new Rule(Reason.TOO_MANY_ATTEMPTS, Case::isLockedOut),
            new Rule(Reason.UNKNOWN_CREDENTIAL, Case::isUnknown),
            new Rule(Reason.CREDENTIAL_BLOCKED, Case::isBlocked),
            new Rule(Reason.CREDENTIAL_EXPIRED, Case::isCredentialOver),
            new Rule(Reason.LOCKDOWN, Case::isKeptOut),
            new Rule(Reason.MEMBERSHIP_NOT_STARTED, Case::isNotStarted),
            new Rule(Reason.MEMBERSHIP_EXPIRED, Case::isOver),
            new Rule(Reason.MEMBERSHIP_SUSPENDED, Case::isSuspended),
            new Rule(Reason.NO_RIGHT, Case::hasNoRight),
            new Rule(Reason.OUTSIDE_HOURS, Case::isOutsideHours),
            new Rule(Reason.HOLIDAY, Case::isHoliday),
            new Rule(Reason.VISITS_USED_UP, Case::isUsedUp),
            new Rule(Reason.NO_BOOKING, Case::hasNoBooking),
            new Rule(Reason.PIN_REQUIRED, Case::hasNoPin),
            new Rule(Reason.PIN_WRONG, Case::isPinWrong),
            new Rule(Reason.INTERLOCK, Case::isInterlocked),
            new Rule(Reason.ALREADY_INSIDE, Case::isAlreadyInside),
            new Rule(Reason.NOT_INSIDE, Case::isNotInside),
            new Rule(Reason.ZONE_FULL, Case::isFull));

    boolean objectsTo(Case seen) {
        boolean isOfTheSwipe = reason == Reason.UNKNOWN_DOOR || reason == Reason.STALE_SWIPE;
        return (isOfTheSwipe || !seen.isReleased()) && question.test(seen);
    }
}

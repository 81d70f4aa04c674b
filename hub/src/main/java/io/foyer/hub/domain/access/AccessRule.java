package io.foyer.hub.domain.access;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** One question at the door: the reason that it gives, and when it objects. */
record AccessRule(AccessReason reason, Predicate<AccessCase> question) {

    /** A swipe older than this is not answered with an open door. */
    static final Duration STALE_AFTER = Duration.ofSeconds(30);

    /** In the order of the contract; the first that objects is the answer. */
    static final List<AccessRule> ALL = List.of(
            new AccessRule(AccessReason.UNKNOWN_DOOR, AccessCase::isUnknownDoor),
            new AccessRule(AccessReason.DOOR_DISABLED, AccessCase::isDisabled),
            new AccessRule(AccessReason.STALE_SWIPE, AccessCase::isStale),
            new AccessRule(AccessReason.TOO_MANY_ATTEMPTS, AccessCase::isLockedOut),
            new AccessRule(AccessReason.UNKNOWN_CREDENTIAL, AccessCase::isUnknown),
            new AccessRule(AccessReason.CREDENTIAL_BLOCKED, AccessCase::isBlocked),
            new AccessRule(AccessReason.CREDENTIAL_EXPIRED, AccessCase::isCredentialOver),
            new AccessRule(AccessReason.LOCKDOWN, AccessCase::isKeptOut),
            new AccessRule(AccessReason.MEMBERSHIP_NOT_STARTED, AccessCase::isNotStarted),
            new AccessRule(AccessReason.MEMBERSHIP_EXPIRED, AccessCase::isOver),
            new AccessRule(AccessReason.MEMBERSHIP_SUSPENDED, AccessCase::isSuspended),
            new AccessRule(AccessReason.NO_RIGHT, AccessCase::hasNoRight),
            new AccessRule(AccessReason.OUTSIDE_HOURS, AccessCase::isOutsideHours),
            new AccessRule(AccessReason.HOLIDAY, AccessCase::isHoliday),
            new AccessRule(AccessReason.VISITS_USED_UP, AccessCase::isUsedUp),
            new AccessRule(AccessReason.NO_BOOKING, AccessCase::hasNoBooking),
            new AccessRule(AccessReason.PIN_REQUIRED, AccessCase::hasNoPin),
            new AccessRule(AccessReason.PIN_WRONG, AccessCase::isPinWrong),
            new AccessRule(AccessReason.INTERLOCK, AccessCase::isInterlocked),
            new AccessRule(AccessReason.ALREADY_INSIDE, AccessCase::isAlreadyInside),
            new AccessRule(AccessReason.NOT_INSIDE, AccessCase::isNotInside),
            new AccessRule(AccessReason.ZONE_FULL, AccessCase::isFull));

    boolean objectsTo(AccessCase seen) {
        boolean isOfTheSwipe = reason == AccessReason.UNKNOWN_DOOR || reason == AccessReason.STALE_SWIPE;
        return (isOfTheSwipe || !seen.isReleased()) && question.test(seen);
    }
}

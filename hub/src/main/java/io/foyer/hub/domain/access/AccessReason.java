package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Code;

/** Why a door opens or stays shut, in the order in which the rules are asked. */
public enum AccessReason {
    UNKNOWN_DOOR,
    DOOR_DISABLED,
    STALE_SWIPE,
    TOO_MANY_ATTEMPTS,
    UNKNOWN_CREDENTIAL,
    CREDENTIAL_BLOCKED,
    CREDENTIAL_EXPIRED,
    LOCKDOWN,
    MEMBERSHIP_NOT_STARTED,
    MEMBERSHIP_EXPIRED,
    MEMBERSHIP_SUSPENDED,
    NO_RIGHT,
    OUTSIDE_HOURS,
    HOLIDAY,
    VISITS_USED_UP,
    NO_BOOKING,
    PIN_REQUIRED,
    PIN_WRONG,
    INTERLOCK,
    ALREADY_INSIDE,
    NOT_INSIDE,
    ZONE_FULL,
    GRANTED;

    private final String code = Code.of(this);

    /** The code in files, in messages and in the API, for example {@code outside-hours}. */
    public String code() {
        return code;
    }
}

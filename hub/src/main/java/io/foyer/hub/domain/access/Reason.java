package io.foyer.hub.domain.access;

import java.util.Locale;

/** Why a door opens or stays shut, in the order in which the rules are asked. */
public enum Reason {
    UNKNOWN_DOOR,
    DOOR_DISABLED,
    STALE_SWIPE,
    UNKNOWN_CREDENTIAL,
    CREDENTIAL_BLOCKED,
    CREDENTIAL_EXPIRED,
    MEMBERSHIP_NOT_STARTED,
    MEMBERSHIP_EXPIRED,
    MEMBERSHIP_SUSPENDED,
    NO_RIGHT,
    OUTSIDE_HOURS,
    PIN_REQUIRED,
    PIN_WRONG,
    GRANTED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As it is written outside, for example {@code outside-hours}. */
    public String code() {
        return code;
    }
}

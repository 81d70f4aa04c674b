package io.foyer.hub.domain.access;

/** Whether a swipe opens the door. */
public enum AccessOutcome {
    GRANTED,
    DENIED
}

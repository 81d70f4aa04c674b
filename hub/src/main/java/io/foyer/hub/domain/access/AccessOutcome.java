package io.foyer.hub.domain.access;

/** What a swipe comes to. */
public enum AccessOutcome {
    GRANTED,
    DENIED
}

package io.foyer.hub.domain.access;

/** What a swipe comes to. */
public enum Outcome {
    GRANTED,
    DENIED
}

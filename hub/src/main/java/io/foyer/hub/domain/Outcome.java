package io.foyer.hub.domain;

/** What a swipe comes to. */
public enum Outcome {
    GRANTED,
    DENIED
}

package io.foyer.hub.store;

/** The store cannot be used. The message tells a person in one sentence or two what is wrong, and the remedy. */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}

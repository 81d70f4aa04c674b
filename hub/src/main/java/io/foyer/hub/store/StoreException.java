package io.foyer.hub.store;

/** The store cannot be used. The message is one sentence or two for a person: what is wrong, and the remedy. */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}

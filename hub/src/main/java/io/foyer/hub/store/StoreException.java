package io.foyer.hub.store;

/** The store cannot be used. The message tells a person in one sentence or two what is wrong, and the remedy. */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failure as an exception whose message tells a person where to look. */
    static StoreException explaining(Throwable failure) {
        return failure instanceof StoreException known
                ? known
                : new StoreException(
                        "The database cannot be used (" + failure.getMessage()
                                + "): see the log, and check the server that `database.url` names or the files in"
                                + " `data.dir`.",
                        failure);
    }
}

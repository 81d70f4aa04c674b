package io.foyer.hub.store;

import io.vertx.pgclient.PgException;

/** A value that the database cannot take, found before it was sent. */
final class RefusedContent extends RuntimeException {
    RefusedContent(String message) {
        super(message);
    }

    /**
     * True where a failure lies in what was written and not in the server or the way to it: writing the same again
     * would fail for ever. SQLSTATE 22 is data, 23 a constraint, 54 a value beyond a limit of PostgreSQL.
     */
    static boolean explains(Throwable failure) {
        if (failure instanceof PgException refused) {
            String state = String.valueOf(refused.getSqlState());
            return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
        }
        return failure instanceof RefusedContent;
    }

    /** For the log: what is wrong, without the value. */
    static String reason(Throwable failure) {
        return failure instanceof PgException refused
                ? refused.getSqlState() + " " + refused.getErrorMessage()
                : String.valueOf(failure.getMessage());
    }
}

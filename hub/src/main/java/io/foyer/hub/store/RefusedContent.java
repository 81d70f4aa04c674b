package io.foyer.hub.store;

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
        String state = ServerRefusal.of(failure).state();
        return failure instanceof RefusedContent
                || state.startsWith("22")
                || state.startsWith("23")
                || state.startsWith("54");
    }

    /** For the log: what is wrong, without the value. */
    static String reason(Throwable failure) {
        ServerRefusal refusal = ServerRefusal.of(failure);
        return refusal.state().isEmpty() ? refusal.message() : refusal.state() + " " + refusal.message();
    }
}

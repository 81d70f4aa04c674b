package io.foyer.hub.store;

/** A value that the database cannot take. The store found it before sending it. */
final class RefusedContent extends RuntimeException {
    RefusedContent(String message) {
        super(message);
    }

    /**
     * True where the content caused a failure, and not the server or the network: the same content would fail for ever.
     * SQLSTATE 22 is for data, 23 for a constraint, 54 for a value beyond a limit of PostgreSQL.
     */
    static boolean explains(Throwable failure) {
        String state = ServerRefusal.of(failure).state();
        return failure instanceof RefusedContent
                || state.startsWith("22")
                || state.startsWith("23")
                || state.startsWith("54");
    }

    /** Says for the log what is wrong, without the value. */
    static String reason(Throwable failure) {
        ServerRefusal refusal = ServerRefusal.of(failure);
        return refusal.state().isEmpty() ? refusal.message() : refusal.state() + " " + refusal.message();
    }
}

package io.foyer.hub.store;

import io.vertx.pgclient.PgException;

/**
 * PostgreSQL's reason to refuse a statement.
 *
 * @param state the SQLSTATE; empty where the failure does not come from PostgreSQL
 * @param message what is wrong, without the value
 */
record ServerRefusal(String state, String message) {
    static ServerRefusal of(Throwable failure) {
        return failure instanceof PgException refused
                ? new ServerRefusal(String.valueOf(refused.getSqlState()), refused.getErrorMessage())
                : new ServerRefusal("", String.valueOf(failure.getMessage()));
    }
}

package io.foyer.hub.store;

import io.vertx.pgclient.PgException;

/**
 * What PostgreSQL itself said against a statement.
 *
 * @param state its SQLSTATE; empty where the failure is none of PostgreSQL's own
 * @param message what is wrong, without the value
 */
record ServerRefusal(String state, String message) {
    static ServerRefusal of(Throwable failure) {
        return failure instanceof PgException refused
                ? new ServerRefusal(String.valueOf(refused.getSqlState()), refused.getErrorMessage())
                : new ServerRefusal("", String.valueOf(failure.getMessage()));
    }
}

package io.foyer.hub.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Finds out whether a proxy between Foyer and PostgreSQL lets several connections share a session. */
final class ProxyCheck {
    /**
     * Of so many connections through a proxy that shares sessions, two have the same one, unless more sessions lie
     * idle.
     */
    private static final int TRIED_CONNECTIONS = 8;

    private ProxyCheck() {}

    /**
     * Refuses a proxy that gives each transaction another session, such as PgBouncer in its transaction mode: the lock
     * would stay with a session that another client uses next. A proxy that gives each connection its own session is
     * good.
     */
    static void refuseSharing(Connection first, ServerAddress address) throws SQLException {
        int own = process(first);
        if (first.unwrap(PGConnection.class).getBackendPID() == own) {
            return; // there is no proxy
        }
        List<Connection> others = new ArrayList<>();
        try {
            for (int i = 0; i < TRIED_CONNECTIONS; i++) {
                Connection other = address.connect();
                others.add(other);
                other.setAutoCommit(false);
                if (process(other) == own || process(first) != own) {
                    throw new StoreException("Before the database at " + address + " stands a proxy that shares its"
                            + " connections (as PgBouncer with pool_mode = transaction): let `database.url` name"
                            + " PostgreSQL itself, or set pool_mode = session.");
                }
            }
        } finally {
            for (Connection other : others) {
                other.close();
            }
        }
    }

    private static int process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}

package io.foyer.hub.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server whether its commits outlive a crash of the machine. The acknowledgements to devices promise this, so
 * the running server must say it itself. The settings given at its start are no proof.
 */
final class Durability {
    static final int OLDEST_VERSION = 15;
    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

    private Durability() {}

    /**
     * Refuses a server that is too old or not durable. {@code synchronous_commit = off} is no reason to refuse, because
     * each connection of Foyer turns the setting on, see {@link #TURNS_ON}.
     */
    static void check(Connection connection, ServerAddress address) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new StoreException("The server at " + address + " is PostgreSQL " + version + ": Foyer needs "
                    + OLDEST_VERSION + " or newer.");
        }
        if (show(connection, "fsync").equals("off")) {
            throw new StoreException(
                    "The server at " + address + " runs with fsync = off, so a crash would lose messages"
                            + " that Foyer has acknowledged: set `fsync = on` in its postgresql.conf and reload the server.");
        }
        if (show(connection, "full_page_writes").equals("off")) {
            LOG.warn(
                    "{} runs with full_page_writes = off. This is safe only on a file system that never writes half a page.",
                    address);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(TURNS_ON);
        }
        String commit = show(connection, "synchronous_commit");
        if (commit.equals("off")) {
            throw new StoreException("The server at " + address + " does not let Foyer turn synchronous_commit on: set"
                    + " `synchronous_commit = on` for its user and database.");
        }
    }

    /** Turns synchronous commits on for the session where they are off. A stricter setting stays as it is. */
    static final String TURNS_ON = "SELECT set_config('synchronous_commit', 'on', false)"
            + " WHERE current_setting('synchronous_commit') = 'off'";

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}

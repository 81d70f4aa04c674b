package io.foyer.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * The right to write to a database: the writer's lock. The hub takes it before it touches the database, so a second hub
 * changes nothing. The writer gets the lock without a moment in which another hub could take it. Blocks.
 */
final class WriterClaim implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;
    private static final Duration LONGEST_HANDOVER = Duration.ofSeconds(10);

    private final ServerAddress address;
    private final Connection connection;

    private WriterClaim(ServerAddress address, Connection connection) {
        this.address = address;
        this.connection = connection;
    }

    /**
     * Takes the lock.
     *
     * @param patience how long to wait for a hub that is just ending
     * @throws StoreException where another hub has the lock, or where the proxy before the server makes locks worthless
     */
    static WriterClaim take(ServerAddress address, Duration patience) {
        try {
            Connection connection = address.connect();
            try {
                ProxyCheck.refuseSharing(connection, address);
                await(connection, System.nanoTime() + patience.toNanos());
                return new WriterClaim(address, connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Server.unreachable(address, e);
        }
    }

    private static void await(Connection connection, long end) throws SQLException {
        while (!isTaken(connection)) {
            if (System.nanoTime() > end) {
                throw another(holder(connection));
            }
            pause();
        }
    }

    private static boolean isTaken(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, WriterLock.KEY);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static Optional<String> holder(Connection connection) throws SQLException {
        String query = "SELECT host, since FROM (" + WriterLock.HOLDER.replace("$1", Long.toString(WriterLock.KEY))
                + ") AS holder";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next()
                    ? Optional.of("from " + row.getString("host") + ", since " + row.getString("since"))
                    : Optional.empty();
        }
    }

    /** The message where another hub has the lock. */
    static StoreException another(Optional<String> holder) {
        return new StoreException(
                "Another Foyer" + holder.map(text -> " (" + text + ")").orElse("")
                        + " writes to this database: stop it, or give this one a database of its own.");
    }

    /**
     * Gives the lock to a session that asks for it now or in a moment. The session is first in the queue, so it gets
     * it.
     */
    void handTo(int process) {
        long end = System.nanoTime() + LONGEST_HANDOVER.toNanos();
        try (connection) {
            while (!isWaiting(process)) {
                if (System.nanoTime() > end) {
                    throw new StoreException("The database at " + address + " did not let the writer take its lock.");
                }
                pause();
            }
        } catch (SQLException e) {
            throw Server.unreachable(address, e);
        }
    }

    private boolean isWaiting(int process) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                + " AND pid = " + process)) {
            return row.next();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Waiting for the database was interrupted.", e);
        }
    }

    /** Gives the lock up. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Server.unreachable(address, e);
        }
    }
}

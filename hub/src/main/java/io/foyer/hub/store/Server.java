package io.foyer.hub.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of the settings: the embedded server on the data folder, or a server that somebody else runs. Blocks.
 */
final class Server implements AutoCloseable {
    private final @Nullable DataFolder folder;
    private final @Nullable EmbeddedServer embedded;
    private final ServerAddress named;

    private Server(@Nullable DataFolder folder, @Nullable EmbeddedServer embedded, ServerAddress named) {
        this.folder = folder;
        this.embedded = embedded;
        this.named = named;
    }

    /** Starts the embedded server, or makes sure that the existing one answers. Both must be durable. */
    static Server open(DatabaseSettings settings) {
        Server server = settings.url()
                .map(DatabaseUrl::parse)
                .map(address -> new Server(null, null, address))
                .orElseGet(() -> embedded(settings));
        try {
            server.check();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private static Server embedded(DatabaseSettings settings) {
        DataFolder folder = DataFolder.hold(settings.dataDir());
        try {
            EmbeddedServer embedded = EmbeddedServer.start(folder);
            return new Server(folder, embedded, embedded.address());
        } catch (RuntimeException e) {
            release(folder);
            throw e;
        }
    }

    /** Where the server listens now. */
    ServerAddress address() {
        return embedded == null ? named : embedded.address();
    }

    /** Starts the embedded server again where it has died. Somebody else takes care of an existing server. */
    void revive() throws IOException {
        if (embedded != null) {
            embedded.revive();
        }
    }

    /** Stops the embedded server. */
    @Override
    public void close() {
        try {
            if (embedded != null) {
                embedded.close();
            }
        } finally {
            if (folder != null) {
                release(folder);
            }
        }
    }

    private void check() {
        try (Connection connection = address().connect()) {
            Durability.check(connection, address());
        } catch (SQLException e) {
            throw unreachable(address(), e);
        }
    }

    static StoreException unreachable(ServerAddress address, SQLException e) {
        return new StoreException(
                "The database at " + address + " does not answer as it should (" + e.getMessage()
                        + "): check that the server runs, and that `database.url` has its address, user and password.",
                e);
    }

    private static void release(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            throw new StoreException("The data directory " + folder.path() + " could not be released.", e);
        }
    }
}

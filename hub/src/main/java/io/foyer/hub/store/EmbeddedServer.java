package io.foyer.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Foyer's own PostgreSQL, on a data directory in the data folder. The data outlive restarts. The server is durable,
 * listens on the loopback address only, and asks for a password that only Foyer's user can read. There is no moment
 * without the password: initdb sets it before the server listens, and the server has no Unix socket.
 *
 * <p>The programs are zonky's. Foyer does not use zonky's starter. That starter turns fsync off, trusts everybody on
 * the machine, runs programs from a shared temporary folder, and deletes older data directories beside its own. It
 * waits for its whole patience after a server has refused to start, and its stop gives up after five seconds.
 *
 * <p>All methods block. All threads may call them.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String USER = "foyer";

    private final PostgresBinaries binaries;
    private final Path cluster;
    private final PostgresStart starter;
    private final String password;
    private volatile int port;
    private final StopAtExit exit = new StopAtExit(this::stopPostmaster);
    private boolean closed;

    private EmbeddedServer(PostgresBinaries binaries, Path cluster, PostgresStart starter, String password) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.starter = starter;
        this.password = password;
    }

    /** Starts the server on the folder's data directory. Makes the directory where there is none. */
    static EmbeddedServer start(DataFolder folder) {
        return start(folder, DataFolder.cluster(folder.path()));
    }

    /** Starts the server on another data directory of the folder. */
    static EmbeddedServer start(DataFolder folder, Path cluster) {
        try {
            String password = folder.password();
            PostgresBinaries binaries = PostgresBinaries.unpacked(folder.path().resolve("programs"));
            Path startLog = folder.path().resolve("postgres-start.log");
            PostgresCluster.prepare(cluster, binaries, USER, DataFolder.passwordFile(folder.path()));
            PostgresStart starter = new PostgresStart(binaries, cluster, startLog);
            EmbeddedServer server = new EmbeddedServer(binaries, cluster, starter, password);
            server.stopPostmaster();
            server.exit.register();
            server.launch();
            return server;
        } catch (IOException e) {
            throw new StoreException(
                    "The database's files in " + folder.path() + " cannot be used (" + e + "): make them readable and"
                            + " writable for Foyer's user.",
                    e);
        }
    }

    ServerAddress address() {
        return address(port, password);
    }

    private static ServerAddress address(int port, String password) {
        return new ServerAddress("127.0.0.1", port, "postgres", USER, password);
    }

    /** The address of the server that runs on this data folder, whoever started it; empty where none runs. */
    static Optional<ServerAddress> running(Path folder) throws IOException {
        Optional<Postmaster> postmaster = Postmaster.on(DataFolder.cluster(folder));
        if (postmaster.isEmpty()) {
            return Optional.empty();
        }
        String password = Files.readString(DataFolder.passwordFile(folder)).strip();
        return postmaster.map(found -> address(found.port(), password));
    }

    /** Starts the server again if it has died, on the same port if the port is still free. */
    synchronized void revive() throws IOException {
        if (!closed && Postmaster.on(cluster).isEmpty()) {
            LOG.warn("PostgreSQL has died. Foyer starts it again.");
            launch();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            stopPostmaster();
        } finally {
            exit.unregister();
        }
    }

    private synchronized void launch() throws IOException {
        exit.launching();
        try {
            port = starter.start(port);
        } finally {
            exit.over(port != 0);
        }
    }

    /** Stops the server on the data directory. This hub started it, or a killed hub left it behind. */
    private void stopPostmaster() {
        @Nullable Postmaster running = Postmaster.on(cluster).orElse(null);
        if (running == null) {
            return;
        }
        ProgramRun stop =
                binaries.run("pg_ctl", "--pgdata=" + cluster, "--mode=fast", "--wait", "--timeout=60", "stop");
        if (!stop.succeeded() && running.process().isAlive()) {
            stop = binaries.run("pg_ctl", "--pgdata=" + cluster, "--mode=immediate", "--wait", "--timeout=30", "stop");
        }
        if (Postmaster.on(cluster).isPresent()) {
            throw new StoreException("PostgreSQL (process " + running.process().pid() + ") holds " + cluster
                    + " and does not stop: " + stop.lastLine() + "; stop it by hand.");
        }
    }
}

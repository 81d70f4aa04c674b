package io.foyer.hub.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;

/** Debian's PgBouncer before a server; skipped where absent. */
final class PgBouncer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");
    private final Process process;
    private final Path folder;
    private final ServerAddress address;

    private PgBouncer(Process process, Path folder, ServerAddress address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /** {@code mode}: session or transaction. */
    static PgBouncer before(ServerAddress server, String mode) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "Debian's PgBouncer is not installed");
        Path folder = Files.createTempDirectory("foyer-bouncer");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path users = Files.writeString(
                folder.resolve("users"), "\"%s\" \"%s\"\n".formatted(server.user(), server.password()));
        Path settings = Files.writeString(
                folder.resolve("ini"), """
                [databases]
                * = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = %s
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.host(), server.port(), port, users, mode));
        if (DebianServer.isRoot()) {
            DebianServer.succeed("chown", "-R", "postgres", folder.toString());
        }
        Process process = new ProcessBuilder(DebianServer.asOwner(PROGRAM, settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        ServerAddress address =
                new ServerAddress("127.0.0.1", port, server.database(), server.user(), server.password());
        return new PgBouncer(process, folder, address);
    }

    String url() {
        return "postgresql://owner:p%40ss:w%25rd@127.0.0.1:" + address.port() + "/" + address.database();
    }

    /** Waits until it listens. */
    PgBouncer awaited() {
        long end = System.nanoTime() + 60_000_000_000L;
        while (process.isAlive() && System.nanoTime() < end) {
            try (var connection = address.connect()) {
                return this;
            } catch (SQLException e) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("PgBouncer does not listen; see " + folder);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        PostgresBinaries.deleteTree(folder);
    }
}

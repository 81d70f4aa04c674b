package io.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Debian's PostgreSQL 15 on a folder of its own, run by the user postgres when we are root; skipped where absent. */
final class DebianServer implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private final Path folder;
    private final int port;

    private DebianServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static DebianServer start() throws IOException {
        return start(Optional.empty());
    }

    /** With TLS by {@code hub.crt} and {@code hub.key} of a folder. */
    static DebianServer start(Optional<Path> tls) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(PROGRAMS), "Debian's PostgreSQL 15 is not installed");
        Path folder = Files.createTempDirectory("foyer-debian");
        String options = "";
        if (tls.isPresent()) {
            Path key = Files.copy(tls.get().resolve("hub.key"), folder.resolve("hub.key"));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            Path certificate = Files.copy(tls.get().resolve("hub.crt"), folder.resolve("hub.crt"));
            options = " -c ssl=on -c ssl_key_file=" + key + " -c ssl_cert_file=" + certificate;
        }
        if (isRoot()) {
            succeed("chown", "-R", "postgres", folder.toString());
        }
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        DebianServer server = new DebianServer(folder, port);
        Path password = folder.resolve("password");
        Files.writeString(password, "p@ss:w%rd\n");
        server.run(
                "initdb",
                "-D",
                server.data(),
                "-U",
                "owner",
                "--pwfile=" + password,
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8");
        server.run(
                "pg_ctl",
                "-D",
                server.data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + options,
                "start");
        return server;
    }

    /** A new, empty database. */
    String database(String name) {
        TestStore.execute(DatabaseUrl.parse(url("postgres")), "CREATE DATABASE " + name);
        return url(name);
    }

    private String url(String name) {
        return "postgresql://owner:p%40ss:w%25rd@127.0.0.1:" + port + "/" + name;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        PostgresBinaries.deleteTree(folder);
    }

    private void run(String program, String... arguments) {
        succeed(asOwner(PROGRAMS.resolve(program), arguments));
    }

    /** No server runs as root. */
    static String[] asOwner(Path program, String... arguments) {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        words.add(program.toString());
        words.addAll(List.of(arguments));
        return words.toArray(String[]::new);
    }

    static void succeed(String... words) {
        ProgramRun command = ProgramRun.run(List.of(words));
        assertThat(command.succeeded()).as(command.text()).isTrue();
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}

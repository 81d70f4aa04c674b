package io.foyer.hub.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Starts PostgreSQL on a data directory. Blocks. */
final class PostgresStart {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final PostgresBinaries binaries;
    private final Path cluster;
    private final Path startLog;

    PostgresStart(PostgresBinaries binaries, Path cluster, Path startLog) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.startLog = startLog;
    }

    /**
     * Starts the server and returns its port: {@code wanted} where it is free, and any other free port otherwise. Waits
     * some seconds for what another program or a killed server still holds.
     *
     * @param wanted 0 for any port
     * @throws StoreException with PostgreSQL's own reason where it does not start
     */
    int start(int wanted) throws IOException {
        Files.writeString(
                cluster.resolve("pg_hba.conf"),
                "# Written by Foyer at each start.\nhost all all 127.0.0.1/32 scram-sha-256\n");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            int port = wanted != 0 && isFree(wanted) ? wanted : freePort();
            Postmaster.disownStrangersNumber(cluster);
            Files.deleteIfExists(startLog);
            ProgramRun start = binaries.run(
                    "pg_ctl",
                    "--pgdata=" + cluster,
                    "--log=" + startLog,
                    "--options=" + EmbeddedSettings.onPort(port),
                    "--wait",
                    "--timeout=600",
                    "start");
            if (start.succeeded()) {
                return port;
            }
            String reason = fatal(start);
            // Another program has taken the port, or backends of a killed server have not yet left the shared memory.
            boolean passing = reason.contains("shared memory")
                    || reason.contains("could not bind")
                    || reason.contains("could not create any TCP/IP sockets");
            if (!passing || System.nanoTime() > end) {
                throw new StoreException("PostgreSQL did not start on " + cluster + ": " + reason + "; see " + startLog
                        + " and " + cluster.resolve("log") + ".");
            }
            pause();
        }
    }

    private String fatal(ProgramRun start) throws IOException {
        List<String> lines = Files.exists(startLog) ? Files.readAllLines(startLog) : List.of();
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .findFirst()
                .map(line -> line.replaceFirst("^.*(FATAL|PANIC): +", ""))
                .orElse(start.lastLine().replaceFirst("^.*pg_ctl: (error: )?", ""));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

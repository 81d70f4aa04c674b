package io.foyer.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The living server on a data directory, as its {@code postmaster.pid} names it. It has made itself independent, so it
 * need not be a child of this process and outlives it when that is killed.
 *
 * @param port on the loopback address
 */
record Postmaster(ProcessHandle process, int port) {
    private static final int LINE_OF_PORT = 3;

    /** The server that runs on the data directory now; empty where none does, whatever the file says. */
    static Optional<Postmaster> on(Path cluster) {
        List<String> lines = pidFile(cluster);
        if (lines.size() <= LINE_OF_PORT) {
            return Optional.empty();
        }
        return process(lines)
                .filter(process -> serves(process, cluster))
                .map(process -> new Postmaster(
                        process, Integer.parseInt(lines.get(LINE_OF_PORT).strip())));
    }

    /**
     * Lets the server start although the number in its pid file is by now that of a living stranger, which it would
     * take for a server. The file stays, with our own number in it: PostgreSQL knows its starter's number for no server
     * and still uses the rest of the file to look for orphaned backends in the old shared memory.
     */
    static void disownStrangersNumber(Path cluster) throws IOException {
        List<String> lines = pidFile(cluster);
        if (process(lines).isPresent() && on(cluster).isEmpty()) {
            String rest = String.join("\n", lines.subList(1, lines.size()));
            Files.writeString(file(cluster), ProcessHandle.current().pid() + "\n" + rest + "\n");
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static List<String> pidFile(Path cluster) {
        try {
            return Files.readAllLines(file(cluster));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<ProcessHandle> process(List<String> lines) {
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Numbers of dead processes are given out again: only a postgres that works in this very directory counts. */
    private static boolean serves(ProcessHandle process, Path cluster) {
        Path about = Path.of("/proc", Long.toString(process.pid()));
        if (Files.isDirectory(about)) {
            try {
                return Files.readString(about.resolve("comm")).strip().equals("postgres")
                        && Files.isSameFile(about.resolve("cwd"), cluster);
            } catch (IOException e) {
                return false;
            }
        }
        ProcessHandle.Info info = process.info();
        return info.command().filter(path -> path.endsWith("/postgres")).isPresent()
                && List.of(info.arguments().orElse(new String[0])).contains(cluster.toString());
    }
}

package io.foyer.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The running server on a data directory, found by its {@code postmaster.pid}. The server has made itself independent
 * of its parent. So it is not always a child of this process, and it outlives this process when this process is killed.
 *
 * @param port on the loopback address
 */
record Postmaster(ProcessHandle process, int port) {
    private static final int LINE_OF_PORT = 3;

    /** The server that runs on the data directory now; empty where none runs, whatever the file says. */
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
     * Lets the server start where its pid file has the number of a process that is another program by now. PostgreSQL
     * would take that program for a server. The file stays, with the number of this process in it: PostgreSQL knows
     * that its starter is no server, and still finds orphaned backends by the rest of the file.
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

    /** True for a postgres that works in this directory. The system gives the numbers of dead processes out again. */
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

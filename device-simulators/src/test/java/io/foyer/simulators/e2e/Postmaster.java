package io.foyer.simulators.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The PostgreSQL server of a data folder: a process of its own, found through the postmaster.pid that it writes. A stale
 * file may name a number that is somebody else's by now.
 */
public record Postmaster(ProcessHandle process) {
    private static final String PID_FILE = "postmaster.pid";

    public static Optional<Postmaster> find(Path data) {
        if (!Files.isDirectory(data)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(data, 4, (file, facts) -> file.endsWith(PID_FILE))) {
            return files.findFirst()
                    .flatMap(Postmaster::pid)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> isOn(data, process))
                    .map(Postmaster::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOn(Path data, ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(data.toString());
    }

    /** Stops the server and all that serves it, as if the machine gave them no more time. */
    void freeze() {
        signal("STOP");
    }

    /** Lets a frozen server go on. */
    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        Stream.concat(Stream.of(process), process.descendants()).forEach(one -> signal(name, one.pid()));
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it without goodbye, and waits until it is gone. */
    public void kill9() {
        process.destroyForcibly();
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException never) {
            throw new AssertionError("PostgreSQL " + process.pid() + " does not die", never);
        }
    }

    private static Optional<Long> pid(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}

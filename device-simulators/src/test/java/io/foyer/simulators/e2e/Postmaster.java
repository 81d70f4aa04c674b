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
                    .map(Postmaster::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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

package io.foyer.simulators.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/** A temporary folder and what runs in it; all of it is gone at the end, also after Ctrl-C. */
final class Workbench implements AutoCloseable {
    private final Path folder;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::clear, "foyer-bench-clear");

    Workbench() throws IOException {
        folder = Files.createTempDirectory("foyer-bench");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    Path folder() {
        return folder;
    }

    /** What is closed with this workbench, the latest first. */
    synchronized <T extends AutoCloseable> T keep(T thing) {
        running.push(thing);
        return thing;
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // It runs already, and finds nothing left to do.
        }
    }

    private synchronized void clear() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failed) {
                System.err.println("foyer: bench: " + failed);
            }
        }
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException left) {
                System.err.println("foyer: bench: " + folder + " could not be removed: " + left.getMessage());
            }
        }
    }
}

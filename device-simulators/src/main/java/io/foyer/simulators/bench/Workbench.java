package io.foyer.simulators.bench;

import io.foyer.simulators.setting.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A temporary folder and what runs in it; all of it is gone at the end, also after Ctrl-C. */
final class Workbench implements AutoCloseable {
    private final Path folder;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean cleared;
    private final Thread atExit = new Thread(this::clear, "foyer-bench-clear");

    Workbench() throws IOException {
        folder = Files.createTempDirectory("foyer-bench");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    Path folder() {
        return folder;
    }

    /**
     * Starts what is closed with this workbench, the latest first. Nothing starts any more once it is being cleared: the
     * main thread goes on while Ctrl-C is dealt with.
     */
    synchronized <T extends AutoCloseable> T keep(Supplier<T> start) {
        if (cleared) {
            throw new Refusal("bench: was told to end.");
        }
        T started = start.get();
        running.push(started);
        return started;
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
        cleared = true;
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

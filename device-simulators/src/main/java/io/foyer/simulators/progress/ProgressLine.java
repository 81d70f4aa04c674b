package io.foyer.simulators.progress;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/** Shows the progress on the error stream: rewritten in place on a terminal, a line every few seconds elsewhere. */
public final class ProgressLine {
    private static final long TERMINAL_MS = 250;
    private static final long FILE_MS = 5_000;
    private static final String ERASE_TO_END = "\u001b[K";

    private final Vertx vertx;
    private final PrintStream err;
    private final Function<Duration, String> line;
    private final boolean terminal = isTerminal();
    private final long started = System.nanoTime();
    private final long timer;

    /** @param line what to show after so long a time */
    public ProgressLine(Vertx vertx, PrintStream err, Function<Duration, String> line) {
        this.vertx = vertx;
        this.err = err;
        this.line = line;
        this.timer = vertx.setPeriodic(terminal ? TERMINAL_MS : FILE_MS, tick -> show());
    }

    /**
     * Ends the line.
     *
     * @param begun true where there is a last state to show
     */
    public void end(boolean begun) {
        vertx.cancelTimer(timer);
        if (begun) {
            show();
        }
        if (terminal) {
            err.println();
        }
    }

    private void show() {
        String now = line.apply(Duration.ofNanos(System.nanoTime() - started));
        if (terminal) {
            err.print("\r" + now + ERASE_TO_END);
            err.flush();
        } else {
            err.println(now);
        }
    }

    /** Java's console speaks for input and output together, never for errors: ask Linux; elsewhere plain lines will do. */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException noProc) {
            return false;
        }
    }
}

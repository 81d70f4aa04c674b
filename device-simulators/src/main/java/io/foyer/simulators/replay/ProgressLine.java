package io.foyer.simulators.replay;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Shows the progress on the error stream: rewritten in place on a terminal, a line every few seconds elsewhere. */
final class ProgressLine {
    private static final long TERMINAL_MS = 250;
    private static final long FILE_MS = 5_000;
    private static final String ERASE_TO_END = "\u001b[K";

    private final Vertx vertx;
    private final PrintStream err;
    private final Progress progress;
    private final boolean terminal = isTerminal();
    private final long started = System.nanoTime();
    private final long timer;

    ProgressLine(Vertx vertx, PrintStream err, Progress progress) {
        this.vertx = vertx;
        this.err = err;
        this.progress = progress;
        this.timer = vertx.setPeriodic(terminal ? TERMINAL_MS : FILE_MS, tick -> show());
    }

    /** Shows the last state, if anything was done, and ends the line. */
    void end() {
        vertx.cancelTimer(timer);
        if (progress.begun()) {
            show();
        }
        if (terminal) {
            err.println();
        }
    }

    private void show() {
        String line = progress.line(Duration.ofNanos(System.nanoTime() - started));
        if (terminal) {
            err.print("\r" + line + ERASE_TO_END);
            err.flush();
        } else {
            err.println(line);
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

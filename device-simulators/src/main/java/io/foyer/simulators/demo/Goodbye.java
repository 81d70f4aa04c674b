package io.foyer.simulators.demo;

import io.vertx.core.Future;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the devices' end, though not for ever: whoever has pressed Ctrl-C wants the hub to stop. */
final class Goodbye {
    static final Duration LASTS = Duration.ofSeconds(10);

    private Goodbye() {}

    static void await(Future<?> end, Duration most, PrintStream out) {
        try {
            end.toCompletionStage().toCompletableFuture().get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | InterruptedException unclean) {
            out.println("The devices did not say goodbye: " + unclean.getMessage());
        } catch (TimeoutException silent) {
            out.println("The devices did not say goodbye within " + most.toSeconds() + " s.");
        }
    }
}

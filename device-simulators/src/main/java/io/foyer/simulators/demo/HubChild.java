package io.foyer.simulators.demo;

import io.foyer.simulators.setting.HubAddress;
import io.foyer.simulators.setting.HubJava;
import io.foyer.simulators.setting.HubSettings;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hub as a process of its own, whose output is passed on. */
final class HubChild {
    private static final Pattern READY = Pattern.compile("foyer ready http=(\\S+):(\\d+) mqtt=(\\S+):(\\d+)(?: \\S+)*");
    private static final long STOPS_WITHIN_S = 30;

    private final Process process;
    private final CompletableFuture<Addresses> ready = new CompletableFuture<>();

    /** Where it really listens. */
    record Addresses(String http, HubAddress mqtt) {}

    private HubChild(Process process) {
        this.process = process;
    }

    /** @param ahead how far the demo's time is from the machine's; empty: the hub keeps the machine's */
    static HubChild start(Path config, String adminPassword, Optional<Duration> ahead, PrintStream out) {
        List<String> words = new ArrayList<>(HubJava.command());
        words.addAll(ahead.map(by -> List.of("demo-hub", by.toString())).orElse(List.of("hub")));
        words.addAll(List.of("--config", config.toString()));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.redirectInput(new File("/dev/null"));
        builder.environment().put(HubSettings.variable("admin.password"), adminPassword);
        try {
            HubChild child = new HubChild(builder.start());
            Thread reader = new Thread(() -> child.passOn(out), "output of the hub");
            reader.setDaemon(true);
            reader.start();
            return child;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Empty where the hub has ended instead; it has said why. */
    Optional<Addresses> awaitReady() throws InterruptedException {
        try {
            return Optional.of(ready.get());
        } catch (ExecutionException ended) {
            process.waitFor();
            return Optional.empty();
        }
    }

    /** Returns the exit status. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** False where it ends sooner. */
    boolean runsFor(Duration time) throws InterruptedException {
        return !process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks it to end, waits, and insists if it must. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private void passOn(PrintStream out) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(line);
                Matcher said = READY.matcher(line);
                if (said.matches()) {
                    ready.complete(new Addresses(
                            reached(said.group(1)) + ":" + said.group(2),
                            new HubAddress(reached(said.group(3)), Integer.parseInt(said.group(4)))));
                }
            }
        } catch (IOException closed) {
            ready.completeExceptionally(closed);
        }
        ready.completeExceptionally(new IOException("the hub has ended"));
    }

    private static String reached(String host) {
        return host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("[::]") ? "[::1]" : host;
    }
}

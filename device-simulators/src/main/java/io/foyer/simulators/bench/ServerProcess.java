package io.foyer.simulators.bench;

import io.foyer.simulators.setting.HubJava;
import io.foyer.simulators.setting.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server in a JVM of its own, with the flags of this one: the hub as it is packed, or the bare server. */
final class ServerProcess implements AutoCloseable {
    private static final int LONGEST_START_S = 120;
    private static final int LONGEST_STOP_S = 60;
    private static final int LINES_TOLD = 20;

    private final String name;
    private final Process process;
    private final Optional<Path> data;
    private final long began = System.nanoTime();
    private final List<String> said = new ArrayList<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private volatile long readyAt;

    private ServerProcess(String name, List<String> words, Map<String, String> environment, Optional<Path> data) {
        this.name = name;
        this.data = data;
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("FOYER_"));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread reader = new Thread(this::read, "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** @param java how to start the hub, up to its own words */
    static ServerProcess hub(List<String> java, Path config, Path data, String adminPassword) {
        List<String> words = new ArrayList<>(java);
        words.addAll(List.of("hub", "--config", config.toString()));
        return new ServerProcess(
                "the hub",
                words,
                Map.of("FOYER_DATA_DIR", data.toString(), "FOYER_ADMIN_PASSWORD", adminPassword),
                Optional.of(data));
    }

    static ServerProcess bare() {
        List<String> words = new ArrayList<>(HubJava.java());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), EchoServer.class.getName()));
        return new ServerProcess("the bare server", words, Map.of(), Optional.empty());
    }

    /** Waits for the line {@code foyer ready}; how long it took from the start of the JVM. */
    Duration awaitReady() {
        try {
            ready.get(LONGEST_START_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException never) {
            throw new Refusal("bench: " + name + " does not start. It said: " + String.join(" | ", lastLines()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Duration.ofNanos(readyAt - began);
    }

    /** The port after {@code mqtt=} or {@code http=} in its line {@code foyer ready}. */
    int port(String protocol) {
        Matcher address = Pattern.compile(" " + protocol + "=\\S+:(\\d+)").matcher(ready.join());
        if (!address.find()) {
            throw new IllegalStateException("no " + protocol + " in: " + ready.join());
        }
        return Integer.parseInt(address.group(1));
    }

    /** CPU seconds of the server itself so far. */
    double cpu() {
        return CpuTime.of(process.pid());
    }

    /** CPU seconds of its PostgreSQL so far; 0 where it has none. */
    double databaseCpu() {
        return postmaster().map(found -> CpuTime.ofTree(found.pid())).orElse(0.0);
    }

    /** PostgreSQL has made itself independent; its pid is in the file that it writes. */
    private Optional<ProcessHandle> postmaster() {
        if (data.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(data.get(), 4, (file, facts) -> file.endsWith("postmaster.pid"))) {
            Optional<Path> file = files.findFirst();
            return file.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file.get()).get(0).strip()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
                if (line.startsWith("foyer ready ")) {
                    readyAt = System.nanoTime();
                    ready.complete(line);
                }
            }
        } catch (IOException closed) {
            note(closed.toString());
        }
        ready.completeExceptionally(new IllegalStateException(name + " has ended"));
    }

    private synchronized void note(String line) {
        said.add(line);
        if (said.size() > LINES_TOLD) {
            said.remove(0);
        }
    }

    private synchronized List<String> lastLines() {
        return List.copyOf(said);
    }

    /** SIGTERM, and what does not end of that is killed, its PostgreSQL too. */
    @Override
    public void close() {
        Optional<ProcessHandle> database = postmaster();
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        database.filter(ProcessHandle::isAlive).ifPresent(ProcessHandle::destroyForcibly);
    }
}

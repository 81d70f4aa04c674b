package io.foyer.simulators.e2e;

import io.foyer.simulators.Places;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running hub in a JVM of its own, on free ports and a data folder of the test's. Closing it stops it, and whatever a
 * kill may have left of its PostgreSQL.
 */
public final class HubProcess implements AutoCloseable {
    public static final String ADMIN_PASSWORD = "admin-of-the-tests";

    private static final int PATIENCE_SECONDS = 60;
    private static final Pattern READY = Pattern.compile(
            "foyer ready http=(?<http>\\S+):(?<httpPort>\\d+) mqtt=\\S+:(?<mqtt>\\d+) mqttws=\\S+:(?<mqttws>\\d+)");

    private final Process process;
    private final Path data;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Matcher> ready = new CompletableFuture<>();
    private final Matcher addresses;

    /** Starts a hub and waits until it is ready. A second start on the same {@code data} finds what the first one left. */
    public static HubProcess start(Path config, Path data) {
        return start(config, data, Map.of());
    }

    /** @param settings FOYER_ variables beyond, or instead of, the usual ones of a test */
    public static HubProcess start(Path config, Path data, Map<String, String> settings) {
        return new HubProcess(config, data, settings, "hub");
    }

    /** The same on the demo's time. */
    public static HubProcess startDemo(Path config, Path data, Duration ahead) {
        return new HubProcess(config, data, Map.of(), "demo-hub", ahead.toString());
    }

    private HubProcess(Path config, Path data, Map<String, String> settings, String... command) {
        this.data = data;
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--config", config.toString()));
        ProcessBuilder builder = command(words.toArray(String[]::new));
        builder.environment().putAll(usual());
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread reader = new Thread(this::read, "output of the hub");
        reader.setDaemon(true);
        reader.start();
        addresses = awaitReady();
    }

    /** Any of the hub's commands, in an environment without Foyer's variables. */
    static ProcessBuilder command(String... words) {
        List<String> all = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        all.addAll(List.of("-cp", classPath(), "io.foyer.hub.Main"));
        all.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(all).directory(Places.top().toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOYER_"));
        return builder;
    }

    public int httpPort() {
        return Integer.parseInt(addresses.group("httpPort"));
    }

    public int mqttPort() {
        return Integer.parseInt(addresses.group("mqtt"));
    }

    public int mqttWebSocketPort() {
        return Integer.parseInt(addresses.group("mqttws"));
    }

    public Api api() {
        return new Api("http://" + addresses.group("http") + ":" + httpPort());
    }

    /** What a simulator needs to find this hub. */
    public Map<String, String> environment() {
        return Map.of("FOYER_MQTT_PORT", String.valueOf(mqttPort()));
    }

    public String output() {
        return output.toString();
    }

    public long pid() {
        return process.pid();
    }

    /** kill -9; PostgreSQL lives on. */
    public void kill9() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM; returns the exit status. */
    public int terminate() {
        process.destroy();
        return awaitExit();
    }

    public int awaitExit() {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("the hub does not stop. Its output:\n" + output);
    }

    /** kill -9 of the PostgreSQL on this hub's data folder. */
    public void killPostmaster() {
        Postmaster.find(data).ifPresent(Postmaster::kill9);
    }

    @Override
    public void close() {
        try {
            process.destroy();
            awaitExit();
        } finally {
            process.destroyForcibly();
            killPostmaster();
        }
    }

    private Map<String, String> usual() {
        Map<String, String> usual = new HashMap<>();
        usual.put("FOYER_HTTP_PORT", "0");
        usual.put("FOYER_MQTT_PORT", "0");
        usual.put("FOYER_MQTT_WS_PORT", "0");
        usual.put("FOYER_DATA_DIR", data.toString());
        usual.put("FOYER_ADMIN_PASSWORD", ADMIN_PASSWORD);
        return usual;
    }

    /**
     * The hub as it is packed; what is compiled goes before, since what is packed may be older. Where it is not packed,
     * as under {@code mvn test}, its class path is that of the tests, less what is the simulators' own.
     */
    public static String classPath() {
        Path target = Places.top().resolve("hub/target");
        if (Files.isDirectory(target.resolve("lib"))) {
            return target.resolve("classes") + File.pathSeparator + target.resolve("lib") + File.separator + "*";
        }
        String own = Places.top().resolve("device-simulators").toString();
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(tests.split(File.pathSeparator))
                .filter(entry -> !entry.startsWith(own))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Matcher matcher = READY.matcher(line);
                if (matcher.matches()) {
                    ready.complete(matcher);
                }
            }
        } catch (IOException closed) {
            output.append(closed).append('\n');
        }
        ready.completeExceptionally(new IllegalStateException("the hub has stopped"));
    }

    private Matcher awaitReady() {
        try {
            return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException never) {
            close();
            throw new AssertionError("the hub is not ready. Its output:\n" + output, never);
        }
    }
}

package io.foyer.simulators.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.simulators.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The house of {@code e2e/sites/annex.yaml} with a running hub, for one test class. Its configuration is a copy, so a
 * test may edit it; it and the data are gone afterwards, what the hub said stays in
 * {@code target/hub-….log}.
 */
final class Annex implements BeforeAllCallback, AfterAllCallback {
    static final String SITE = "annex";
    private static final String PATH = "/api/v1/sites/" + SITE;

    private Path folder;
    private final StringBuilder log = new StringBuilder();
    private int mqttPort;
    private HubProcess hub;
    private Api api;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("foyer-annex");
        Path original = Places.top().resolve("device-simulators/src/test/resources/e2e");
        Files.createDirectories(siteFile().getParent());
        Files.copy(original.resolve("hub.yaml"), config().resolve("hub.yaml"));
        Files.copy(original.resolve("sites/annex.yaml"), siteFile(), StandardCopyOption.REPLACE_EXISTING);
        mqttPort = freePort();
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (hub != null) {
            hub.close();
            Files.writeString(
                    Places.top().resolve("device-simulators/target/hub-" + context.getDisplayName() + ".log"),
                    log.append(hub.output()));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Annex::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private void start() {
        hub = HubProcess.start(config(), data(), Map.of("FOYER_MQTT_PORT", String.valueOf(mqttPort)));
        api = hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
    }

    /** Starts the hub again, which has ended, on what it left and on the port that its devices know. */
    void startAgain() {
        log.append(hub.output());
        start();
    }

    /** A port that is free, and not of those that the system hands out, so that it stays free over a restart. */
    private static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue;
            }
        }
    }

    /** A session that the hub has just looked up: it takes its word for some seconds more. */
    void loginAgain() {
        api.login("admin", HubProcess.ADMIN_PASSWORD);
        get("");
    }

    Path config() {
        return folder.resolve("config");
    }

    Path siteFile() {
        return config().resolve("sites/annex.yaml");
    }

    Path data() {
        return folder.resolve("data");
    }

    HubProcess hub() {
        return hub;
    }

    Api api() {
        return api;
    }

    /** What the API says below the site's path. */
    JsonNode get(String path) {
        return api.get(PATH + path).ok();
    }

    Api.Answer put(String path, Object body) {
        return api.put(PATH + path, body);
    }

    Api.Answer post(String path, Object body) {
        return api.post(PATH + path, body);
    }

    Api.Answer delete(String path) {
        return api.delete(PATH + path);
    }

    Api.Answer delete(String path, Object body) {
        return api.delete(PATH + path, body);
    }

    /** Everybody, as a file. */
    String export() {
        return api.text(PATH + "/export/members");
    }

    Api.Answer importing(byte[] file, boolean dryRun) {
        return api.postFile(PATH + "/import/members?dryRun=" + dryRun, "text/csv", file);
    }

    /** Somebody who has this plan today and for as long as nobody ends it, with a card. */
    void member(String id, String plan, String card) {
        put("/members/" + id, Map.of("name", "Member " + id)).ok();
        put("/memberships/" + id, Map.of("member", id, "plan", plan, "from", "2024-01-01", "status", "active"))
                .ok();
        put("/credentials/card/" + card, Map.of("member", id, "status", "active"))
                .ok();
    }

    /** The live entry of a zone. */
    JsonNode zone(String id) {
        return entry(get("/occupancy").path("zones"), "zone", id);
    }

    /** The live entry of a meter. */
    JsonNode meter(String id) {
        return entry(get("/energy").path("meters"), "meter", id);
    }

    static JsonNode entry(JsonNode list, String key, String value) {
        for (JsonNode one : list) {
            if (one.path(key).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError("no " + key + " " + value + " in " + list);
    }

    /** A device of the house, connected over MQTT 5. */
    TestDevice device(String id) {
        return TestDevice.connect(hub, id);
    }
}

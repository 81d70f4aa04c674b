package io.foyer.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.foyer.hub.config.ConfigException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Asks the running hub of this machine to take its site files' difference in. */
final class Reload {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Reload() {}

    static void run(Settings settings) throws InterruptedException {
        Path file = settings.dataDir().resolve(LocalDoor.FILE);
        JsonMapper json = new JsonMapper();
        try {
            LocalDoor.Content door = json.readValue(file.toFile(), LocalDoor.Content.class);
            HttpRequest request = HttpRequest.newBuilder(URI.create(door.url() + "/api/v1/reload"))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + door.token())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            JsonNode body = json.readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new ConfigException(
                        body.path("detail").asText("foyer reload: the hub answered " + answer.statusCode() + "."));
            }
            body.path("changes").forEach(change -> System.out.println(change.asText()));
            System.out.println(body.path("changes").isEmpty() ? "Nothing has changed." : "Applied.");
        } catch (IOException e) {
            throw new ConfigException("foyer reload: no running hub was found by " + file + " (" + e.getMessage()
                    + "). Start it, or use the same data.dir and --config as it does.");
        }
    }
}

package io.foyer.simulators.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.foyer.simulators.setting.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hub's HTTP API under one account. Safe for several threads. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private volatile String token = "";

    /** For a hub whose pages are at {@code http://ADDRESS/}. */
    public Api(String address) {
        this.base = "http://" + address + "/api/v1";
    }

    /** What came back; a body that is no JSON is missing. */
    public record Answer(int status, JsonNode body) {
        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    /** True where the hub knows this account; all that follows goes under its name. */
    public boolean login(String user, String password) {
        Answer answer = call("POST", "/login", Map.of("user", user, "password", password));
        if (answer.isOk()) {
            token = answer.body().path("token").asText();
        }
        return answer.isOk();
    }

    /** What the login gave; empty before it. */
    public String token() {
        return token;
    }

    /** The answer, which may be that there is nothing. */
    public Answer get(String path) {
        return call("GET", path, null);
    }

    /** The answer, whatever it is. */
    public Answer put(String path, Object body) {
        return call("PUT", path, body);
    }

    private Answer call(String method, String path, @Nullable Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/json");
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            HttpResponse<String> answer = client.send(
                    request.method(
                                    method,
                                    body == null
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(answer.statusCode(), read(answer.body()));
        } catch (IOException gone) {
            throw new Refusal(
                    "The hub's API at " + base + " does not answer (" + gone + "). See what the hub has said.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal("Stopped.");
        }
    }

    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}

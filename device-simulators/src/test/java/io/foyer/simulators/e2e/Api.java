package io.foyer.simulators.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.foyer.contract.ApiContract;
import io.foyer.simulators.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * The hub's HTTP API for tests: JSON in, JSON out, the status beside it. Paths begin with a slash. Each answer is one that
 * the OpenAPI document describes.
 */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ApiContract CONTRACT =
            new ApiContract(Places.top().resolve("hub/src/generated/web/openapi.json"));

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // its upgrade to HTTP/2 on a plain connection now and then fails
            .build();
    private final String base;
    private String token = "";

    public Api(String base) {
        this.base = base;
    }

    /** A body that is not JSON is a text node; none is a missing node. */
    public record Answer(int status, JsonNode body) {
        /** The body of a 2xx answer; a failure that shows it otherwise. */
        public JsonNode ok() {
            if (status / 100 != 2) {
                throw new AssertionError("status " + status + ": " + body);
            }
            return body;
        }
    }

    /** Logs in; all that follows goes under this name. */
    public Api login(String user, String password) {
        token = post("/api/v1/login", Map.of("user", user, "password", password))
                .ok()
                .path("token")
                .asText();
        return this;
    }

    public String token() {
        return token;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer put(String path, Object body) {
        return send(request(path).PUT(BodyPublishers.ofString(json(body))));
    }

    public Answer post(String path, Object body) {
        return send(request(path).POST(BodyPublishers.ofString(json(body))));
    }

    /** A file that the hub gives out. */
    public String text(String path) {
        Answer answer = get(path);
        answer.ok();
        return answer.body().asText();
    }

    public Answer postFile(String path, String type, byte[] file) {
        return send(request(path).setHeader("Content-Type", type).POST(BodyPublishers.ofByteArray(file)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** With a body, for what wants a reason. */
    public Answer delete(String path, Object body) {
        return send(request(path).method("DELETE", BodyPublishers.ofString(json(body))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpRequest asked = request.build();
            var answer = client.send(asked, BodyHandlers.ofString());
            CONTRACT.check(
                    asked.method(),
                    asked.uri().toString().substring(base.length()),
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
            return new Answer(answer.statusCode(), body(answer.body()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    private static JsonNode body(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (IOException notJson) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

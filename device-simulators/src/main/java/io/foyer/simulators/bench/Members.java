package io.foyer.simulators.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Gives the bench site a member whose cards open every door, over the hub's API. */
final class Members {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String hub;
    private String token = "";

    private Members(int httpPort) {
        hub = "http://127.0.0.1:" + httpPort;
    }

    static void enter(int httpPort, String adminPassword) throws IOException, InterruptedException {
        Members members = new Members(httpPort);
        String login =
                members.send("POST", "/api/v1/login", "{\"user\":\"admin\",\"password\":\"" + adminPassword + "\"}");
        members.token = new ObjectMapper().readTree(login).path("token").asText();
        members.put("/members/ann", "{\"name\":\"Ann\"}");
        members.put(
                "/memberships/m1",
                "{\"member\":\"ann\",\"plan\":\"all\",\"from\":\"2020-01-01\",\"status\":\"active\"}");
        for (int card = 0; card < BenchSite.CARDS; card++) {
            members.put("/credentials/card/" + BenchSite.card(card), "{\"member\":\"ann\",\"status\":\"active\"}");
        }
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        send("PUT", BenchSite.path() + path, body);
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}

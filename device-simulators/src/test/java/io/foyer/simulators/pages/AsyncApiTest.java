package io.foyer.simulators.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.contract.Contract;
import io.foyer.simulators.Places;
import io.foyer.simulators.e2e.Api;
import io.foyer.simulators.e2e.HubProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running hub keeps to {@code hub/asyncapi.yaml}: it takes the examples, and what it sends is described there. */
class AsyncApiTest {
    private static final String LETTERS = "/api/v1/sites/harbour/dead-letters";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Contract contract = Contract.of(Places.top().resolve("hub/asyncapi.yaml"));

    @Test
    void a_running_hub_takes_every_example_and_sends_only_what_is_described() throws Exception {
        try (Harbour house = new Harbour(folder)) {
            Api admin = house.hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
            Frames frames = new Frames();
            WebSocket live = frames.watch(house, admin.token());
            int told = 0;
            for (String kind : new String[] {"swipe", "door", "count", "presence", "meter", "status"}) {
                for (JsonNode example : contract.at("/components/messages/" + kind + "/examples")) {
                    JsonNode payload = example.path("payload");
                    house.says(deviceOf(kind, payload), kind, payload.toString());
                    told++;
                }
            }
            assertThat(told).isGreaterThanOrEqualTo(13);
            assertThat(admin.get(LETTERS).ok().path("items")).isEmpty();
            house.says("quiet-1", "nonsense", "{}");
            assertThat(admin.get(LETTERS).ok().path("items")).hasSize(1);

            Set<String> seen = new TreeSet<>();
            while (!seen.containsAll(Set.of("snapshot", "delta", "event"))) {
                JsonNode frame = frames.next();
                String type = frame.path("type").asText();
                assertThat(contract.faults("/components/messages/" + type + "/payload", frame))
                        .as(frame.toString())
                        .isEmpty();
                seen.add(type);
            }
            live.abort();
        }
    }

    private static String deviceOf(String kind, JsonNode payload) {
        return switch (kind) {
            case "swipe", "door" -> "front-in";
            case "count" -> payload.has("present") ? "cafe-count" : "lounge-line";
            case "meter" ->
                payload.has("energyKwh") ? "dev-main" : payload.has("volumeM3") ? "dev-water" : "dev-uplink";
            default -> "quiet-1";
        };
    }

    /** The live feed with all its topics, frame by frame. */
    private static final class Frames implements WebSocket.Listener {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        WebSocket watch(Harbour house, String token) throws Exception {
            String address = house.address("/live/harbour?topics=occupancy,energy,doors,alarms,events");
            return HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("foyer.v1", "bearer." + token)
                    .buildAsync(URI.create(address.replace("http", "ws")), this)
                    .get(30, TimeUnit.SECONDS);
        }

        JsonNode next() throws Exception {
            String frame = frames.poll(30, TimeUnit.SECONDS);
            assertThat(frame).as("a frame of the live feed").isNotNull();
            return JSON.readTree(frame);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                frames.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}

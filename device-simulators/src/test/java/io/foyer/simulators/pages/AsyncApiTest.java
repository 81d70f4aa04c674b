package io.foyer.simulators.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.foyer.simulators.Places;
import io.foyer.simulators.e2e.Api;
import io.foyer.simulators.e2e.HubProcess;
import java.io.IOException;
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

    private final JsonNode document = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Places.top().resolve("hub/asyncapi.yaml").toFile());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void a_running_hub_takes_every_example_and_sends_only_what_is_described() throws Exception {
        try (Harbour house = new Harbour(folder)) {
            Api admin = house.hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
            Frames frames = new Frames();
            WebSocket live = frames.watch(house, admin.token());
            int told = 0;
            for (String kind : new String[] {"swipe", "door", "count", "presence", "meter", "status"}) {
                for (JsonNode example : document.at("/components/messages/" + kind + "/examples")) {
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
                keeps(frame, document.at("/components/messages/" + type + "/payload"));
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

    /** Every field that is there is described, every field that must be there is. */
    private void keeps(JsonNode value, JsonNode schema) {
        JsonNode whole =
                schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        if (whole.has("allOf")) {
            keeps(value, merged(whole.path("allOf")));
            return;
        }
        if (value.isArray()) {
            value.forEach(item -> keeps(item, whole.path("items")));
        }
        if (!value.isObject() || !whole.has("properties")) {
            return;
        }
        assertThat(names(whole.path("properties"))).containsAll(names(value));
        whole.path("required").forEach(name -> assertThat(value.has(name.asText()))
                .as(name + " in " + value)
                .isTrue());
        value.fields().forEachRemaining(field -> keeps(field.getValue(), whole.at("/properties/" + field.getKey())));
    }

    private JsonNode merged(JsonNode parts) {
        var whole = JSON.createObjectNode();
        var properties = whole.putObject("properties");
        var required = whole.putArray("required");
        for (JsonNode part : parts) {
            JsonNode one =
                    part.has("$ref") ? document.at(part.path("$ref").asText().substring(1)) : part;
            one.path("properties").fields().forEachRemaining(field -> properties.set(field.getKey(), field.getValue()));
            one.path("required").forEach(required::add);
        }
        return whole;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
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

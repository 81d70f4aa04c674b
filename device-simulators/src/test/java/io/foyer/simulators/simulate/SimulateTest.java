package io.foyer.simulators.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.simulators.HubStandIn;
import io.foyer.simulators.Main;
import io.foyer.simulators.Places;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SimulateTest {
    private static final List<String> A_MORNING =
            List.of("--seed", "7", "--from", "2026-11-23T09:00", "--for", "15m", "--faults", "large");

    @TempDir
    Path folder;

    @Test
    void the_same_seed_says_the_same_at_any_speed() {
        List<String> slow = said("--speed", "300");
        List<String> fast = said("--speed", "100000");

        assertThat(slow).hasSizeGreaterThan(800);
        assertThat(slow).anyMatch(message -> message.contains("\"contact\":\"open\""));
        assertThat(fast).isEqualTo(slow);
    }

    @Test
    void a_door_opens_only_where_the_hub_says_so() {
        try (HubStandIn hub = new HubStandIn()) {
            hub.refuseSwipes();
            String told = run(hub, "--speed", "100000");

            assertThat(hub.all()).anyMatch(message -> message.topic().endsWith("/swipe"));
            assertThat(told).contains(" 0 swipes let in");
            long opened = hub.all().stream()
                    .filter(message -> "open".equals(message.body().getString("contact")))
                    .map(message -> message.body().getString("id"))
                    .distinct()
                    .count();
            long pushed = hub.all().stream()
                    .filter(message -> "exit-button".equals(message.body().getString("event")))
                    .map(message -> message.body().getString("id"))
                    .distinct()
                    .count();
            assertThat(opened).isLessThanOrEqualTo(pushed);
        }
    }

    @Test
    void the_truth_tells_who_was_where_and_what_was_used() throws Exception {
        Path truth = folder.resolve("truth.jsonl");
        try (HubStandIn hub = new HubStandIn()) {
            run(hub, "--speed", "100000", "--truth", truth.toString());
        }
        List<JsonObject> lines =
                Files.readAllLines(truth).stream().map(JsonObject::new).toList();
        assertThat(lines).extracting(line -> line.getString("kind")).contains("stay", "people", "energy");
        assertThat(lines)
                .filteredOn(line -> "main".equals(line.getString("meter")))
                .singleElement()
                .satisfies(line -> assertThat(line.getString("at")).isEqualTo("2026-11-23T01:00:00Z"));
    }

    /** Every message once, however often it was sent, without what a run or its pace stamps on it, in an order that does not depend on the network. */
    private static List<String> said(String... words) {
        try (HubStandIn hub = new HubStandIn()) {
            run(hub, words);
            Set<String> ids = new HashSet<>();
            return hub.all().stream()
                    .filter(message -> ids.add(message.topic() + message.body().getString("id")))
                    .map(message -> {
                        JsonObject body = message.body().copy();
                        body.remove("at");
                        body.remove("id");
                        return message.topic() + " " + body.encode();
                    })
                    .sorted()
                    .toList();
        }
    }

    private static String run(HubStandIn hub, String... words) {
        List<String> all =
                new ArrayList<>(List.of("simulate", "--config", Places.config().toString()));
        all.addAll(A_MORNING);
        all.addAll(List.of(words));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(all, hub.environment(), new PrintStream(out), new PrintStream(err));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}

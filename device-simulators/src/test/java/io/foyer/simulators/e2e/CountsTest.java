package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From what counters say to how many are where, now and in the past. */
class CountsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(TestDevice.PATIENCE_S);

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    private static int count(String zone) {
        return ANNEX.zone(zone).path("count").asInt(-1);
    }

    private static void awaitCount(String zone, int people) {
        await().atMost(PATIENCE).until(() -> count(zone) == people);
    }

    @Test
    void a_people_counters_number_reaches_every_viewer() {
        try (TestDevice cam = ANNEX.device("lounge-cam");
                LiveViewer viewer = new LiveViewer(ANNEX, "occupancy")) {
            JsonNode snapshot =
                    viewer.await(frame -> frame.path("type").asText().equals("snapshot"));
            assertThat(snapshot.path("site").asText()).isEqualTo("annex");
            assertThat(snapshot.path("zones")).hasSize(17);
            cam.tell("count", "{\"present\":12}");
            JsonNode lounge = viewer.await(
                    "zones", "zone", "lounge", zone -> zone.path("count").asInt() == 12);
            assertThat(lounge.path("state").asText()).isEqualTo("ok");
            assertThat(lounge.path("capacity").asInt()).isEqualTo(40);
            assertThat(lounge.path("confidence").asDouble()).isBetween(0.0, 1.0);
            assertThat(Instant.parse(lounge.path("asOf").asText()))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
            cam.tell("count", "{\"present\":0}");
            viewer.await("zones", "zone", "lounge", zone -> zone.path("count").asInt(-1) == 0);
        }
    }

    @Test
    void a_delta_follows_the_one_before() {
        try (TestDevice cam = ANNEX.device("attic-cam");
                LiveViewer viewer = new LiveViewer(ANNEX, "occupancy")) {
            viewer.await(frame -> frame.path("type").asText().equals("snapshot"));
            cam.tell("count", "{\"present\":1}");
            long first = viewer.await(frame -> frame.path("type").asText().equals("delta"))
                    .path("seq")
                    .asLong();
            cam.tell("count", "{\"present\":2}");
            long second = viewer.await(frame -> frame.path("type").asText().equals("delta"))
                    .path("seq")
                    .asLong();
            assertThat(second).isEqualTo(first + 1);
            long tick = viewer.await(frame -> frame.path("type").asText().equals("tick"))
                    .path("seq")
                    .asLong();
            assertThat(tick).isGreaterThanOrEqualTo(second);
        }
    }

    @Test
    void the_first_totals_of_a_line_are_where_counting_begins() {
        assertThat(ANNEX.zone("cellar").path("state").asText()).isEqualTo("unknown");
        assertThat(ANNEX.zone("cellar").path("count").isNull()).isTrue();
        try (TestDevice line = ANNEX.device("cellar-line")) {
            line.tell("count", "{\"totalIn\":120,\"totalOut\":96}");
            awaitCount("cellar", 0);
            line.tell("count", "{\"totalIn\":127,\"totalOut\":98}");
            awaitCount("cellar", 5);
            line.tell("count", "{\"totalIn\":127,\"totalOut\":98}");
            line.tell("count", "{\"totalIn\":3,\"totalOut\":1}");
            line.tell("count", "{\"totalIn\":4,\"totalOut\":1}");
            // The counter has begun again at zero: four have come and one has gone since.
            awaitCount("cellar", 8);
        }
    }

    @Test
    void steps_are_added_up_and_one_with_an_id_only_once() {
        try (TestDevice line = ANNEX.device("hall-line")) {
            line.tell("count", "{\"id\":\"c-1\",\"in\":4,\"out\":1}");
            line.tell("count", "{\"id\":\"c-1\",\"in\":4,\"out\":1}");
            line.tell("count", "{\"id\":\"c-2\",\"in\":2}");
            awaitCount("hall", 5);
            line.tell("count", "{\"out\":9}");
            awaitCount("hall", 0);
        }
    }

    @Test
    void occupied_desks_add_up_to_the_floor_above_them() {
        try (TestDevice first = ANNEX.device("desk-1");
                TestDevice second = ANNEX.device("desk-2")) {
            first.tell("presence", "{\"occupied\":true}");
            second.tell("presence", "{\"occupied\":true}");
            awaitCount("open-a", 2);
            int floor = count("f1");
            int house = count("house");
            assertThat(house).isGreaterThanOrEqualTo(floor);
            assertThat(floor).isGreaterThanOrEqualTo(2);
            second.tell("presence", "{\"occupied\":false}");
            awaitCount("open-a", 1);
        }
    }

    @Test
    void what_is_late_enters_the_past_and_leaves_the_present_alone() {
        Instant then = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(3, ChronoUnit.HOURS);
        try (TestDevice cam = ANNEX.device("nook-cam")) {
            cam.tell("count", "{\"at\":\"" + then + "\",\"present\":9}");
            assertThat(count("nook")).as("three hours ago is not now").isEqualTo(-1);
            cam.tell("count", "{\"present\":5}");
            awaitCount("nook", 5);
            cam.tell("count", "{\"at\":\"" + then.plus(10, ChronoUnit.MINUTES) + "\",\"present\":31}");
            cam.tell("count", "{\"at\":" + then.plus(20, ChronoUnit.MINUTES).toEpochMilli() + ",\"present\":2}");
            cam.tell("count", "{\"present\":6}");
            awaitCount("nook", 6);
        }
        JsonNode items = ANNEX.get("/occupancy/history?zone=nook&step=5m&from=" + then + "&to="
                        + then.plus(30, ChronoUnit.MINUTES))
                .path("items");
        assertThat(items).hasSize(6);
        assertThat(items.get(0).path("at").asText()).isEqualTo(then.toString());
        assertThat(items.get(0).path("max").asInt()).isEqualTo(9);
        assertThat(items.get(2).path("mean").asDouble()).isEqualTo(31);
        assertThat(items.get(4).path("max").asInt()).isEqualTo(2);
    }

    @Test
    void what_a_line_has_saved_up_is_entered_when_people_passed_also_over_two_connections() {
        Instant then = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(3, ChronoUnit.HOURS);
        try (TestDevice line = ANNEX.device("gate-line-1")) {
            line.tell("count", totals(then, 100));
            line.tell("count", totals(then.plusSeconds(300), 102));
        }
        try (TestDevice line = ANNEX.device("gate-line-1")) {
            line.tell("count", totals(then.plusSeconds(1_200), 104));
        }
        assertThat(entries("gate-1", then)).containsExactly(2, 2, 0, 0);
    }

    @Test
    void late_steps_of_a_line_that_is_live_are_entered_when_people_passed() {
        Instant then = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(3, ChronoUnit.HOURS);
        try (TestDevice line = ANNEX.device("gate-line-2")) {
            line.tell("count", "{\"at\":\"" + then + "\",\"in\":1}");
            line.tell("count", "{\"in\":5}");
            line.tell("count", "{\"at\":\"" + then.plusSeconds(1_200) + "\",\"in\":3}");
            line.tell("count", "{\"at\":\"" + then.plusSeconds(1_200) + "\",\"in\":1}");
        }
        assertThat(entries("gate-2", then)).containsExactly(1, 4, 0, 0);
    }

    private static String totals(Instant at, int in) {
        return "{\"at\":\"" + at + "\",\"totalIn\":" + in + ",\"totalOut\":0}";
    }

    /** In the quarter-hours of an hour. */
    private static List<Integer> entries(String zone, Instant from) {
        JsonNode items = ANNEX.get(
                        "/occupancy/history?zone=" + zone + "&step=15m&from=" + from + "&to=" + from.plusSeconds(3_600))
                .path("items");
        List<Integer> entries = new ArrayList<>();
        items.forEach(item -> entries.add(item.path("entries").asInt()));
        return entries;
    }

    @Test
    void a_message_of_a_year_ago_is_history() {
        Instant then = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(365, ChronoUnit.DAYS);
        try (TestDevice cam = ANNEX.device("studio-cam")) {
            cam.tell("count", "{\"at\":\"" + then + "\",\"present\":17}");
            cam.tell("count", "{\"at\":\"" + then.plusSeconds(600) + "\",\"present\":3}");
        }
        assertThat(ANNEX.zone("studio").path("count").isNull()).isTrue();
        JsonNode items = ANNEX.get(
                        "/occupancy/history?zone=studio&step=5m&from=" + then + "&to=" + then.plusSeconds(900))
                .path("items");
        assertThat(items.get(1).path("max").asInt()).isEqualTo(17);
        assertThat(items.get(2).path("max").asInt()).isEqualTo(3);
    }

    @Test
    void a_person_who_has_counted_is_believed_by_every_viewer_and_the_trail_says_who_and_why() {
        try (TestDevice line = ANNEX.device("gate-line-4");
                LiveViewer viewer = new LiveViewer(ANNEX, "occupancy")) {
            line.tell("count", "{\"in\":2}");
            viewer.await("zones", "zone", "gate-4", zone -> zone.path("count").asInt() == 2);
            JsonNode answer = ANNEX.post("/occupancy/gate-4/set", Map.of("count", 7, "reason", "a fire drill"))
                    .ok();
            assertThat(answer.path("zone").asText()).isEqualTo("gate-4");
            assertThat(answer.path("count").asInt()).isEqualTo(7);
            JsonNode told = viewer.await(
                    "zones", "zone", "gate-4", zone -> zone.path("count").asInt() == 7);
            assertThat(told.path("own").asInt()).isEqualTo(7);
            assertThat(told.path("state").asText()).isEqualTo("ok");
            assertThat(told.path("confidence").asDouble()).as("a sure count").isGreaterThan(0.8);
            line.tell("count", "{\"in\":1}");
            viewer.await("zones", "zone", "gate-4", zone -> zone.path("count").asInt() == 8);
        }
        JsonNode entry = Annex.entry(ANNEX.get("/audit").path("items"), "subject", "gate-4");
        assertThat(entry.path("actor").asText()).isEqualTo("admin");
        assertThat(entry.path("action").asText()).isEqualTo("set-count");
        assertThat(entry.path("detail").asText()).isEqualTo("7: a fire drill");
    }

    @Test
    void a_count_that_cannot_be_set_is_refused_and_leaves_no_entry_in_the_trail() {
        Map<String, Object> good = Map.of("count", 1, "reason", "a look");
        assertThat(ANNEX.post("/occupancy/nowhere/set", good).status()).isEqualTo(404);
        Api.Answer conflict = ANNEX.post("/occupancy/attic/set", good);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body().path("detail").asText()).contains("attic has no line counter at its border");
        Api.Answer silent = ANNEX.post("/occupancy/gate-3/set", good);
        assertThat(silent.status()).isEqualTo(409);
        assertThat(silent.body().path("detail").asText()).contains("No line counter of zone gate-3 is heard");
        Map<Map<String, Object>, String> wrong = Map.of(
                Map.of("count", -1, "reason", "a look"), "count",
                Map.of("count", 100_001, "reason", "a look"), "count",
                Map.of("reason", "a look"), "count",
                Map.of("count", 1), "reason",
                Map.of("count", 1, "reason", " "), "reason");
        wrong.forEach((body, field) -> {
            Api.Answer refusal = ANNEX.post("/occupancy/gate-3/set", body);
            assertThat(refusal.status()).as("%s", body).isEqualTo(400);
            assertThat(refusal.body().at("/errors/0/field").asText()).isEqualTo(field);
        });
        assertThat(ANNEX.get("/audit").path("items").findValuesAsText("subject"))
                .doesNotContain("nowhere", "attic", "gate-3");
    }
}

package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody should look at, on the page and in the list, before and after a restart. */
class AlarmsTest {
    @RegisterExtension
    static final Annex ANNEX = new Annex();

    @Test
    void who_comes_in_twice_is_let_in_and_somebody_is_told_until_somebody_has_seen_to_it() {
        ANNEX.member("ann", "all", "A1");
        String id;
        try (TestDevice reader = ANNEX.device("bar-in").listening();
                LiveViewer viewer = new LiveViewer(ANNEX, "alarms")) {
            for (int i = 0; i < 3; i++) {
                reader.tell("swipe", "{\"credential\":\"A1\"}");
                assertThat(reader.command().path("command").asText()).isEqualTo("unlock");
            }
            JsonNode alarm = viewer.await(
                    "alarms", "subject", "bar", entry -> !entry.path("until").equals(entry.path("since")));
            assertThat(alarm.path("type").asText()).isEqualTo("passed-back");
            assertThat(alarm.path("severity").asText()).isEqualTo("warning");
            assertThat(alarm.path("acknowledged").isBoolean()).isTrue();
            assertThat(alarm.path("acknowledged").asBoolean()).isFalse();
            assertThat(alarm.at("/text/zh").asText()).startsWith("bar");
            assertThat(ANNEX.get("/alarms").path("items")).contains(alarm);
            id = alarm.path("id").asText();
        }
        ANNEX.hub().terminate();
        ANNEX.startAgain();
        try (LiveViewer viewer = new LiveViewer(ANNEX, "alarms")) {
            viewer.await("alarms", "id", id, entry -> true);
            ANNEX.post("/alarms/" + id + "/acknowledge", Map.of()).ok();
            ANNEX.post("/alarms/" + id + "/acknowledge", Map.of()).ok();
            JsonNode seen = viewer.await(
                    "alarms", "id", id, entry -> entry.path("acknowledged").asBoolean());
            assertThat(seen.path("acknowledgedBy").asText()).isEqualTo("admin");
        }
        JsonNode kept = Annex.entry(ANNEX.get("/alarms").path("items"), "id", id);
        assertThat(kept.path("acknowledged").asBoolean()).isTrue();
        try (LiveViewer viewer = new LiveViewer(ANNEX, "alarms")) {
            JsonNode alarms = viewer.await(frame -> frame.has("alarms")).path("alarms");
            assertThat(alarms.findValuesAsText("id")).doesNotContain(id);
        }
        assertThat(ANNEX.post("/alarms/nothing/acknowledge", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void a_desk_that_changes_without_end_counts_no_more_and_somebody_is_told_why_over_a_restart_too() {
        try (TestDevice desk = ANNEX.device("desk-2");
                LiveViewer viewer = new LiveViewer(ANNEX, "alarms")) {
            for (int i = 0; i < 40; i++) {
                desk.tell("presence", "{\"occupied\":" + (i % 2 == 0) + "}");
            }
            JsonNode alarm = viewer.await("alarms", "subject", "desk-2", entry -> true);
            assertThat(alarm.path("type").asText()).isEqualTo("sensor-flapping");
            assertThat(alarm.at("/text/en").asText()).contains("it changed more than 30 times in the 10 minutes");
        }
        JsonNode area = Annex.entry(ANNEX.get("/occupancy").path("zones"), "zone", "open-a");
        assertThat(area.path("desks").has("desk-2")).isFalse();
        JsonNode before = Annex.entry(ANNEX.get("/occupancy/sensors").path("items"), "device", "desk-2");
        assertThat(before.path("known").asBoolean()).isFalse();
        assertThat(before.at("/faults/0/type").asText()).isEqualTo("flapping");
        ANNEX.hub().terminate();
        ANNEX.startAgain();
        JsonNode after = Annex.entry(ANNEX.get("/occupancy/sensors").path("items"), "device", "desk-2");
        assertThat(after.at("/faults/0/type").asText()).isEqualTo("flapping");
        assertThat(after.at("/faults/0/text")).isEqualTo(before.at("/faults/0/text"));
        try (LiveViewer viewer = new LiveViewer(ANNEX, "alarms")) {
            viewer.await("alarms", "subject", "desk-2", entry -> true);
        }
    }
}

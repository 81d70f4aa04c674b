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
            assertThat(ANNEX.get("/alarms").path("items")).containsExactly(alarm);
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
        assertThat(ANNEX.get("/alarms?limit=1").at("/items/0/acknowledged").asBoolean())
                .isTrue();
        try (LiveViewer viewer = new LiveViewer(ANNEX, "alarms")) {
            assertThat(viewer.await(frame -> frame.has("alarms")).path("alarms"))
                    .isEmpty();
        }
        assertThat(ANNEX.post("/alarms/nothing/acknowledge", Map.of()).status()).isEqualTo(404);
    }
}

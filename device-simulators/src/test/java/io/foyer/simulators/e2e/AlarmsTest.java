package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody should look at, and what people say against the sensors, before and after a restart. */
class AlarmsTest {
    private static final Instant YESTERDAY =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.DAYS);

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

    @Test
    void a_register_that_counts_anew_is_told_with_its_device_and_both_registers() {
        try (TestDevice meter = ANNEX.device("dev-tidy");
                LiveViewer viewer = new LiveViewer(ANNEX, "alarms")) {
            for (String register : List.of("100", "99", "99.01", "99.02", "99.03")) {
                meter.tell("meter", "{\"energyKwh\":" + register + "}");
            }
            JsonNode alarm = viewer.await("alarms", "type", "new-epoch", entry -> true);
            assertThat(alarm.path("subject").asText()).isEqualTo("tidy");
            assertThat(alarm.at("/text/en").asText()).contains("dev-tidy", "100 kWh", "99 kWh");
            assertThat(ANNEX.post("/alarms/" + alarm.path("id").asText() + "/acknowledge", Map.of())
                            .status())
                    .isEqualTo(200);
        }
    }

    private static String minute(int minute) {
        return YESTERDAY.plus(minute, ChronoUnit.MINUTES).toString();
    }

    private static Api.Answer read(int minute, double register) {
        return ANNEX.put("/meters/gap/readings", Map.of("at", minute(minute), "register", register));
    }

    /** What the ledger says about the two hours, to the last digit. */
    private static BigDecimal used(String path) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode step : ANNEX.get(path + "meter=gap&from=" + minute(0) + "&to=" + minute(120))
                .path("items")) {
            sum = sum.add(new BigDecimal(step.path("quantity").asText()));
        }
        return sum;
    }

    @Test
    void what_people_read_and_repair_stands_between_late_readings_and_over_a_restart_until_it_is_taken_back() {
        read(0, 100).ok();
        read(120, 108).ok();
        read(120, 104).ok();
        Api.Answer below = read(121, 103);
        assertThat(below.status()).isEqualTo(400);
        assertThat(below.body().path("errors").findValuesAsText("field")).containsExactly("register");
        String quarters = "/energy/history?step=15m&";
        assertThat(used(quarters)).isEqualByComparingTo("4");

        JsonNode repair = ANNEX.post(
                        "/meters/gap/repairs",
                        Map.of("from", minute(30), "to", minute(60), "quantity", 7, "reason", "a hole"))
                .ok();
        assertThat(used(quarters)).isEqualByComparingTo("10");
        try (TestDevice meter = ANNEX.device("dev-gap")) {
            meter.tell("meter", "{\"at\":\"" + minute(45) + "\",\"energyKwh\":101}");
        }
        assertThat(used(quarters)).isEqualByComparingTo("10.066666");
        ANNEX.hub().terminate();
        ANNEX.startAgain();
        assertThat(used(quarters)).isEqualByComparingTo("10.066666");
        assertThat(used("/energy/months?")).isEqualByComparingTo("10.066666");
        assertThat(ANNEX.get("/meters/gap/repairs").path("items")).containsExactly(repair);

        String path = "/meters/gap/repairs/" + repair.path("id").asText();
        ANNEX.delete(path).ok();
        assertThat(ANNEX.delete(path).status()).isEqualTo(404);
        assertThat(used(quarters)).isEqualByComparingTo("4");
        assertThat(used("/energy/months?")).isEqualByComparingTo("4");
        assertThat(ANNEX.get("/audit?limit=6").path("items").findValuesAsText("action"))
                .containsSubsequence("remove-repair", "put-repair", "put-reading", "put-reading", "put-reading");
    }
}

package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk commands a door, and what its devices hear of it. */
class DoorsTest {
    private static final int RACES = 1_000;
    private static final AtomicInteger SWIPES = new AtomicInteger();

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    @BeforeAll
    static void somebody_may_come_in() {
        ANNEX.member("ann", "all", "A1");
    }

    private static Api.Answer command(String path) {
        return ANNEX.post(path, Map.of("reason", "a drill"));
    }

    /** {@code unlock}, or why not. */
    private static String swipe(TestDevice reader, String card) {
        String id = "d-" + SWIPES.incrementAndGet();
        reader.tell("swipe", "{\"id\":\"" + id + "\",\"credential\":\"" + card + "\"}");
        JsonNode answer = reader.command();
        while (!answer.path("swipe").asText().equals(id)) {
            answer = reader.command();
        }
        return answer.has("reason")
                ? answer.path("reason").asText()
                : answer.path("command").asText();
    }

    private static void assertCommand(JsonNode command, String name, Instant before) {
        assertThat(command.path("command").asText()).isEqualTo(name);
        assertThat(command.path("door").asText()).isEqualTo("front");
        assertThat(command.path("by").asText()).isEqualTo("admin");
        assertThat(command.path("id").asText()).isNotEmpty();
        assertThat(command.has("swipe")).isFalse();
        assertThat(Instant.parse(command.path("expiresAt").asText()))
                .isBetween(before, Instant.now().plusSeconds(30));
    }

    @Test
    void every_device_of_a_door_hears_a_command_and_who_gave_it() {
        Instant before = Instant.now();
        try (TestDevice in = ANNEX.device("front-in").listening();
                TestDevice out = ANNEX.device("front-out").listening()) {
            ANNEX.post("/doors/front/unlock", Map.of("reason", "a parcel", "seconds", 9))
                    .ok();
            for (TestDevice device : new TestDevice[] {in, out}) {
                JsonNode unlock = device.command();
                assertCommand(unlock, "unlock", before);
                assertThat(unlock.path("seconds").asInt()).isEqualTo(9);
            }
            for (String name : new String[] {"lock", "hold-open", "resume"}) {
                command("/doors/front/" + name).ok();
                assertCommand(in.command(), name, before);
                assertCommand(out.command(), name, before);
            }
            assertThat(swipe(in, "A1")).isEqualTo("unlock");
        }
        JsonNode newest = ANNEX.get("/audit?limit=1").at("/items/0");
        assertThat(newest.path("action").asText()).isEqualTo("resume");
        assertThat(newest.path("actor").asText()).isEqualTo("admin");
        assertThat(newest.path("subject").asText()).isEqualTo("front");
        assertThat(newest.path("detail").asText()).isEqualTo("a drill");
    }

    @Test
    void a_lockdown_rules_the_very_next_swipe_lasts_over_a_restart_and_ends() {
        try (TestDevice in = ANNEX.device("front-in").listening()) {
            command("/lockdown").ok();
            assertCommand(in.command(), "lock", Instant.EPOCH);
            assertThat(swipe(in, "A1")).isEqualTo("lockdown");
        }
        ANNEX.hub().terminate();
        ANNEX.startAgain();
        try (TestDevice in = ANNEX.device("front-in").listening()) {
            assertCommand(in.command(), "lock", Instant.EPOCH);
            assertThat(swipe(in, "A1")).isEqualTo("lockdown");
            try (LiveViewer viewer = new LiveViewer(ANNEX, "doors")) {
                viewer.await("doors", "door", "front", door -> door.path("mode")
                        .asText()
                        .equals("lockdown"));
                ANNEX.delete("/lockdown", Map.of("reason", "over")).ok();
                viewer.await("doors", "door", "front", door -> door.path("mode")
                        .asText()
                        .equals("secure"));
            }
            assertCommand(in.command(), "resume", Instant.EPOCH);
            assertThat(swipe(in, "A1")).isEqualTo("unlock");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unlock", "lock", "hold-open", "resume"})
    void a_command_wants_a_reason_and_a_door(String name) {
        Api.Answer answer = ANNEX.post("/doors/front/" + name, Map.of("seconds", 5));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo("reason");
        assertThat(ANNEX.post("/doors/front/" + name, Map.of("reason", "x", "seconds", 0))
                        .status())
                .isEqualTo(400);
        assertThat(command("/doors/trapdoor/" + name).status()).isEqualTo(404);
    }

    @Test
    void nobody_opens_a_door_that_the_site_file_has_out_of_use() {
        assertThat(command("/doors/back/unlock").status()).isEqualTo(409);
        assertThat(command("/doors/back/hold-open").status()).isEqualTo(409);
    }

    @Test
    void after_the_answer_to_a_restriction_the_very_next_swipe_is_denied_a_thousand_times() {
        ANNEX.member("kim", "all", "K1");
        try (TestDevice in = ANNEX.device("front-in").listening()) {
            for (int i = 0; i < RACES; i++) {
                var racing = in.send("swipe", "{\"credential\":\"K1\"}");
                String reason = restrict(i % 3);
                assertThat(swipe(in, "K1")).as("race " + i).isEqualTo(reason);
                TestDevice.await(racing);
                lift(i % 3);
            }
        }
    }

    private static void lift(int how) {
        if (how == 0) {
            ANNEX.put("/credentials/card/K1", Map.of("member", "kim", "status", "active"))
                    .ok();
        } else if (how == 1) {
            ANNEX.put(
                            "/memberships/kim",
                            Map.of("member", "kim", "plan", "all", "from", "2024-01-01", "status", "active"))
                    .ok();
        } else {
            ANNEX.delete("/lockdown", Map.of("reason", "over")).ok();
        }
    }

    private static String restrict(int how) {
        if (how == 0) {
            ANNEX.put("/credentials/card/K1", Map.of("member", "kim", "status", "blocked"))
                    .ok();
            return "credential-blocked";
        }
        if (how == 1) {
            ANNEX.put(
                            "/memberships/kim",
                            Map.of("member", "kim", "plan", "all", "from", "2024-01-01", "status", "ended"))
                    .ok();
            return "membership-expired";
        }
        command("/lockdown").ok();
        return "lockdown";
    }
}

package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However the hub ends, no process stays, and the next one answers what the last one answered. */
class RestartTest {
    private static final Instant YESTERDAY =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(24, ChronoUnit.HOURS);
    private static final List<String> QUESTIONS = List.of(
            "",
            "/occupancy",
            "/occupancy/history?zone=lounge&step=1h",
            "/energy",
            "/energy/history?meter=tidy&step=15m&from=" + YESTERDAY,
            "/access-events",
            "/members/ann",
            "/memberships",
            "/dead-letters",
            "/audit");

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    @BeforeAll
    static void something_has_happened() {
        ANNEX.member("ann", "all", "A1");
        try (TestDevice reader = ANNEX.device("front-in");
                TestDevice cam = ANNEX.device("lounge-cam");
                TestDevice line = ANNEX.device("cellar-line");
                TestDevice gate = ANNEX.device("gate-line-1");
                TestDevice meter = ANNEX.device("dev-tidy")) {
            reader.tell("swipe", "{\"id\":\"s-1\",\"credential\":\"A1\"}");
            cam.tell("count", "{\"present\":12}");
            cam.tell("count", "{\"present\":\"many\"}");
            line.tell("count", "{\"totalIn\":120,\"totalOut\":96}");
            line.tell("count", "{\"totalIn\":124,\"totalOut\":97}");
            gate.tell("count", "{\"in\":2}");
            ANNEX.post("/occupancy/gate-1/set", Map.of("count", 7, "reason", "a fire drill"))
                    .ok();
            meter.tell("meter", "{\"at\":\"" + YESTERDAY + "\",\"energyKwh\":10}");
            meter.tell("meter", "{\"at\":\"" + YESTERDAY.plusSeconds(900) + "\",\"energyKwh\":12}");
        }
    }

    private static List<JsonNode> answers() {
        return QUESTIONS.stream().map(ANNEX::get).toList();
    }

    private static List<ProcessHandle> processes() {
        ProcessHandle hub = ProcessHandle.of(ANNEX.hub().pid()).orElseThrow();
        ProcessHandle postmaster = Postmaster.find(ANNEX.data()).orElseThrow().process();
        return Stream.of(hub, postmaster)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    private static void assertGone(List<ProcessHandle> processes) {
        await().atMost(Duration.ofSeconds(TestDevice.PATIENCE_S))
                .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void a_terminated_hub_leaves_no_process_behind_and_comes_back_as_it_was() {
        ANNEX.device("stage-a-in").tell("door", "{\"contact\":\"closed\"}");
        ANNEX.device("studio-cam").tell("count", "{\"present\":4}");
        List<JsonNode> before = answers();
        List<ProcessHandle> processes = processes();
        assertThat(processes).hasSizeGreaterThan(2);
        assertThat(ANNEX.hub().terminate()).isIn(0, 143);
        assertGone(processes);
        assertThat(ANNEX.data().resolve("hub.json")).doesNotExist();
        assertThat(ANNEX.hub().output().lines().filter(line -> line.startsWith("foyer ready ")))
                .hasSize(1);
        ANNEX.startAgain();
        assertSame(before);
        assertHeedsWhatItKnew();
        assertThat(contact("stage-a")).as("it was the hub that hung up").isEqualTo("closed");
        assertThat(ANNEX.zone("studio").path("count").asInt()).isEqualTo(4);
    }

    private static String contact(String door) {
        try (LiveViewer viewer = new LiveViewer(ANNEX, "doors")) {
            return viewer.await("doors", "door", door, any -> true)
                    .path("contact")
                    .asText();
        }
    }

    @Test
    void after_a_kill_of_everything_the_hub_comes_back_as_it_was() {
        List<JsonNode> before = answers();
        List<ProcessHandle> processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        assertGone(processes);
        ANNEX.startAgain();
        assertSame(before);
        assertHeedsWhatItKnew();
    }

    private static void assertSame(List<JsonNode> before) {
        List<JsonNode> after = answers();
        for (int question = 0; question < QUESTIONS.size(); question++) {
            assertThat(after.get(question)).as(QUESTIONS.get(question)).isEqualTo(before.get(question));
        }
    }

    /** An id, running totals and a register from before go on where they were. */
    private static void assertHeedsWhatItKnew() {
        try (TestDevice reader = ANNEX.device("front-in").listening();
                TestDevice line = ANNEX.device("cellar-line");
                TestDevice gate = ANNEX.device("gate-line-1")) {
            reader.tell("swipe", "{\"id\":\"s-1\",\"credential\":\"A1\"}");
            String fresh = "s-" + System.nanoTime();
            reader.tell("swipe", "{\"id\":\"" + fresh + "\",\"credential\":\"A1\"}");
            assertThat(reader.command().path("swipe").asText()).isEqualTo(fresh);
            line.tell("count", "{\"totalIn\":124,\"totalOut\":97}");
            assertThat(ANNEX.zone("cellar").path("count").asInt()).isEqualTo(3);
            int counted = ANNEX.zone("gate-1").path("count").asInt();
            assertThat(counted).as("what a person counted").isGreaterThanOrEqualTo(7);
            gate.tell("count", "{\"in\":1}");
            // The page's side hears of a change in the turn after the acknowledgement.
            await().atMost(Duration.ofSeconds(TestDevice.PATIENCE_S)).untilAsserted(() -> assertThat(
                            ANNEX.zone("gate-1").path("count").asInt())
                    .isEqualTo(counted + 1));
        }
    }
}

package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code ./foyer reload}: the site file's difference, applied to a hub that runs. */
class ReloadTest {
    @RegisterExtension
    static final Annex ANNEX = new Annex();

    private String original;

    @BeforeEach
    void the_file_is_as_it_was() throws IOException {
        original = Files.readString(ANNEX.siteFile());
    }

    @AfterEach
    void and_is_again() throws Exception {
        Files.writeString(ANNEX.siteFile(), original);
        assertThat(reload().status()).isZero();
    }

    private record Outcome(int status, String output) {}

    private static Outcome reload() throws IOException, InterruptedException {
        ProcessBuilder builder =
                HubProcess.command("reload", "--config", ANNEX.config().toString());
        builder.environment().put("FOYER_DATA_DIR", ANNEX.data().toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(TestDevice.PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    private void edit(String line, String instead) throws IOException {
        String text = Files.readString(ANNEX.siteFile());
        assertThat(text).contains(line);
        Files.writeString(ANNEX.siteFile(), text.replace(line, instead));
    }

    @Test
    void the_difference_is_applied_and_audited() throws Exception {
        try (TestDevice lounge = ANNEX.device("lounge-cam")) {
            lounge.tell("count", "{\"present\":8}");
            edit("en: Lounge}, capacity: 40", "en: Lounge}, capacity: 44");
            edit(
                    "  - {id: gw-1,",
                    "  - {id: cellar-cam, kind: people-counter, zone: cellar, password: demo-cellar-cam}\n  - {id: gw-1,");
            Outcome outcome = reload();
            assertThat(outcome.output()).contains("~ zone lounge", "+ device cellar-cam");
            assertThat(outcome.status()).isZero();
            assertThat(lounge.isConnected()).isTrue();
            lounge.tell("count", "{\"present\":9}");
        }
        JsonNode zone = Annex.entry(ANNEX.get("").path("zones"), "id", "lounge");
        assertThat(zone.path("capacity").asInt()).isEqualTo(44);
        await().atMost(Duration.ofSeconds(TestDevice.PATIENCE_S))
                .until(() -> ANNEX.zone("lounge").path("count").asInt() == 9
                        && ANNEX.zone("lounge").path("capacity").asInt() == 44);
        try (TestDevice added = ANNEX.device("cellar-cam")) {
            added.tell("count", "{\"present\":2}");
        }
        JsonNode newest = ANNEX.get("/audit?limit=1").path("items").path(0);
        assertThat(newest.path("detail").asText()).contains("~ zone lounge", "+ device cellar-cam");
        assertThat(newest.path("action").asText()).isNotEmpty();
        assertThat(newest.path("actor").asText()).isEqualTo("local");
    }

    @Test
    void a_device_whose_password_changed_must_log_in_again() throws Exception {
        TestDevice hall = ANNEX.device("hall-line");
        edit("password: demo-hall-line", "password: something-else");
        assertThat(reload().output()).contains("~ device hall-line").doesNotContain("something-else");
        assertThat(hall.ended()).isEqualTo(Mqtt5DisconnectReasonCode.NOT_AUTHORIZED);
        assertThatThrownBy(() -> ANNEX.device("hall-line")).isInstanceOf(AssertionError.class);
        edit("password: something-else", "password: demo-hall-line");
        assertThat(reload().status()).isZero();
        ANNEX.device("hall-line").close();
    }

    @Test
    void a_device_that_vanished_is_retired_while_it_speaks() throws Exception {
        TestDevice cam = ANNEX.device("attic-cam");
        cam.tell("count", "{\"present\":3}");
        IntStream.range(0, 500).forEach(number -> cam.send("count", "{\"present\":" + number % 7 + "}"));
        edit("  - {id: attic-cam, kind: people-counter, zone: attic, password: demo-attic-cam}\n", "");
        assertThat(reload().output()).contains("- device attic-cam (retired)");
        assertThat(cam.ended()).isEqualTo(Mqtt5DisconnectReasonCode.NOT_AUTHORIZED);
        assertThatThrownBy(() -> ANNEX.device("attic-cam")).isInstanceOf(AssertionError.class);
        assertThat(ANNEX.zone("attic").path("count").isNull()).isTrue();
        try (TestDevice other = ANNEX.device("nook-cam")) {
            other.tell("count", "{\"present\":1}");
        }
    }

    @Test
    void a_file_that_is_wrong_changes_nothing() throws Exception {
        JsonNode before = ANNEX.get("");
        try (TestDevice hall = ANNEX.device("hall-line")) {
            edit("id: front, from: outside, to: f1", "id: front, from: outside, to: nowhere");
            edit("en: Lounge}, capacity: 40", "en: Lounge}, capacity: 50");
            Outcome outcome = reload();
            List<String> lines = Files.readAllLines(ANNEX.siteFile());
            int wrong = IntStream.range(0, lines.size())
                    .filter(line -> lines.get(line).contains("to: nowhere"))
                    .findFirst()
                    .orElseThrow();
            assertThat(outcome.output()).contains("annex.yaml", String.valueOf(wrong + 1), "nowhere");
            assertThat(outcome.output()).doesNotContain("Exception");
            assertThat(outcome.status()).isEqualTo(2);
            hall.tell("status", "{\"online\":true}");
        }
        assertThat(ANNEX.get("")).isEqualTo(before);
    }

    @Test
    void a_file_that_did_not_change_changes_nothing() throws Exception {
        JsonNode before = ANNEX.get("/audit");
        Outcome outcome = reload();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.output()).contains("Nothing has changed.");
        assertThat(ANNEX.get("/audit")).isEqualTo(before);
    }
}

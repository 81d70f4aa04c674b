package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever one device sends, the others go on, nothing changes, and the manager can see what it was. */
class BadInputTest {
    private static final Duration PATIENCE = Duration.ofSeconds(TestDevice.PATIENCE_S);

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    private static TestDevice healthy;
    private static int steps;

    @BeforeAll
    static void another_device_is_at_work() {
        healthy = ANNEX.device("hall-line");
        try (TestDevice cam = ANNEX.device("lounge-cam")) {
            cam.tell("count", "{\"present\":4}");
        }
        await().atMost(PATIENCE).until(() -> lounge() == 4);
    }

    @AfterAll
    static void it_ends_its_work() {
        healthy.close();
    }

    private static int lounge() {
        return ANNEX.zone("lounge").path("count").asInt(-1);
    }

    @BeforeEach
    @AfterEach
    void the_other_device_works_on() {
        healthy.tell("count", "{\"id\":\"step-" + ++steps + "\",\"in\":1}");
        await().atMost(PATIENCE).until(() -> ANNEX.zone("hall").path("count").asInt() == steps);
        assertThat(healthy.isConnected()).isTrue();
        assertThat(lounge()).isEqualTo(4);
    }

    private static Stream<Arguments> payloads() {
        Instant now = Instant.now();
        return Stream.of(
                bad("not-json", "present: 12"),
                bad("not-json", "{\"present\":12"),
                bad("not-json", "{\"present\":NaN}"),
                bad("wrong-type", "{\"present\":12} {\"present\":13}"),
                bad("not-json", "{\"id\":\"raw\0zero\",\"present\":12}"),
                bad("wrong-type", ""),
                bad("wrong-type", "null"),
                bad("wrong-type", "12"),
                bad("wrong-type", "[{\"present\":12}]"),
                bad("wrong-type", "{\"present\":\"12\"}"),
                bad("wrong-type", "{\"present\":true}"),
                bad("wrong-type", "{\"present\":{}}"),
                bad("wrong-type", "{\"present\":12.5}"),
                bad("wrong-type", "{\"id\":17,\"present\":12}"),
                bad("out-of-range", "{\"present\":-1}"),
                bad("out-of-range", "{\"present\":1000000000}"),
                bad("out-of-range", "{\"present\":99999999999999999999}"),
                bad("missing-field", "{}"),
                bad("missing-field", "{\"present\":null}"),
                bad("missing-field", "{\"in\":3}"),
                bad("bad-text", "{\"id\":\"zero\\u0000\",\"present\":12}"),
                bad("bad-text", "{\"id\":\"" + "x".repeat(257) + "\",\"present\":12}"),
                bad("bad-text", "{\"present\":12,\"note\":" + "[".repeat(500) + "]".repeat(500) + "}"),
                bad("bad-time", "{\"at\":\"9999-12-31T23:59:59Z\",\"present\":12}"),
                bad("bad-time", "{\"at\":\"+999999999-12-31T23:59:59Z\",\"present\":12}"),
                bad("bad-time", "{\"at\":" + Long.MAX_VALUE + ",\"present\":12}"),
                bad("bad-time", "{\"at\":\"1999-12-31T23:59:59Z\",\"present\":12}"),
                bad("bad-time", "{\"at\":\"" + now.plusSeconds(365 * 86_400) + "\",\"present\":12}"),
                bad("bad-time", "{\"at\":\"" + now.plusSeconds(600) + "\",\"present\":12}"),
                bad("bad-time", "{\"at\":\"2026-11-23T09:00:00\",\"present\":12}"),
                bad("bad-time", "{\"at\":\"now\",\"present\":12}"),
                bad("too-large", "{\"present\":12,\"note\":\"" + "x".repeat(65_536) + "\"}"));
    }

    private static Arguments bad(String reason, String payload) {
        return Arguments.of(reason, payload);
    }

    private static JsonNode newestLetter() {
        return ANNEX.get("/dead-letters?limit=1").path("items").path(0);
    }

    @ParameterizedTest(name = "{0} [{index}]")
    @MethodSource("payloads")
    void a_bad_payload_becomes_a_dead_letter(String reason, String payload) {
        try (TestDevice cam = ANNEX.device("lounge-cam")) {
            cam.tell("count", payload);
            JsonNode letter = newestLetter();
            assertThat(letter.path("reason").asText()).isEqualTo(reason);
            assertThat(letter.path("device").asText()).isEqualTo("lounge-cam");
            assertThat(letter.path("topic").asText()).isEqualTo("foyer/annex/lounge-cam/count");
            String kept =
                    payload.substring(0, Math.min(1_024, payload.length())).replace('\0', '\uFFFD');
            assertThat(letter.path("payload").asText()).isEqualTo(kept);
            cam.tell("count", "{\"present\":4}");
        }
    }

    @Test
    void bytes_that_are_no_text_become_a_dead_letter() {
        try (TestDevice cam = ANNEX.device("lounge-cam")) {
            byte[] payload = "{\"id\":\"?\",\"present\":12}".getBytes(StandardCharsets.UTF_8);
            payload[7] = (byte) 0xFF;
            TestDevice.await(cam.send(cam.topic("count"), payload, false));
            assertThat(newestLetter().path("reason").asText()).isEqualTo("invalid-utf8");
            assertThat(cam.isConnected()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void a_topic_of_its_own_that_nobody_knows_becomes_a_dead_letter(String kind) {
        try (TestDevice cam = ANNEX.device("lounge-cam")) {
            cam.tell(kind, "{\"present\":12}");
            assertThat(newestLetter().path("reason").asText()).isEqualTo("unknown-topic");
            assertThat(newestLetter().path("topic").asText()).isEqualTo("foyer/annex/lounge-cam/" + kind);
            assertThat(cam.isConnected()).isTrue();
        }
    }

    private static List<String> topics() {
        return List.of("counts", "count/more", "Count", "command", "access-list", "计数");
    }

    @Test
    void a_kind_of_message_that_is_not_its_own_becomes_a_dead_letter() {
        try (TestDevice cam = ANNEX.device("lounge-cam")) {
            cam.tell("swipe", "{\"credential\":\"A1\"}");
            assertThat(newestLetter().path("reason").asText()).isEqualTo("wrong-kind");
            cam.tell("meter", "{\"energyKwh\":1}");
            assertThat(newestLetter().path("reason").asText()).isEqualTo("wrong-kind");
        }
    }

    @Test
    void half_a_surrogate_stops_no_batch() {
        try (TestDevice cam = ANNEX.device("lounge-cam")) {
            cam.tell("count", "{\"id\":\"\\ud800\",\"present\":4}");
            cam.tell("count", "{\"id\":\"\\ud800x\\udc00\",\"note\":\"\\u0000\",\"present\":4}");
            cam.tell("status", "{\"online\":true,\"firmware\":\"\\udfff\"}");
        }
    }

    @Test
    void a_megabyte_ends_only_its_senders_connection() {
        try (RawDevice cam = RawDevice.connect(ANNEX.hub(), "lounge-cam", MqttVersion.MQTT_3_1_1)) {
            byte[] packet = new byte[5 + (1 << 20)];
            System.arraycopy(new byte[] {0x30, (byte) 0x80, (byte) 0x80, 0x40, 0, 1, 'x'}, 0, packet, 0, 7);
            try {
                cam.send(packet);
            } catch (UncheckedIOException hungUp) {
                assertThat(hungUp).hasMessageMatching("(?i).*(reset|pipe).*");
            }
            assertThat(cam.receive()).isNull();
        }
        try (TestDevice again = ANNEX.device("lounge-cam")) {
            again.tell("count", "{\"present\":4}");
        }
    }

    @Test
    void thousands_of_bad_messages_fill_no_log() {
        long before = ANNEX.hub().output().lines().count();
        try (TestDevice cam = ANNEX.device("lounge-cam")) {
            List<CompletableFuture<Mqtt5PublishResult>> sent = IntStream.range(0, 3_000)
                    .mapToObj(number -> cam.send("count", "bad " + number))
                    .toList();
            sent.forEach(TestDevice::await);
            assertThat(newestLetter().path("payload").asText()).isEqualTo("bad 2999");
        }
        assertThat(ANNEX.hub().output().lines().count() - before).isLessThan(40);
    }

    @Test
    void a_total_that_goes_backwards_moves_nobody() {
        try (TestDevice line = ANNEX.device("cellar-line")) {
            line.tell("count", "{\"totalIn\":50,\"totalOut\":40}");
            line.tell("count", "{\"totalIn\":55,\"totalOut\":41}");
            await().atMost(PATIENCE)
                    .until(() -> ANNEX.zone("cellar").path("count").asInt(-1) == 4);
            line.tell("count", "{\"totalIn\":12,\"totalOut\":41}");
            assertThat(ANNEX.zone("cellar").path("count").asInt()).isEqualTo(4);
        }
    }
}

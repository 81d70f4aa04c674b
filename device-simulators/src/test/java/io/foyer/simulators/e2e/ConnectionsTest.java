package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How connections end, who speaks for whom, and how large a packet may be. */
class ConnectionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(TestDevice.PATIENCE_S);

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    private static void awaitState(String zone, String state) {
        await().atMost(PATIENCE)
                .until(() -> ANNEX.zone(zone).path("state").asText().equals(state));
    }

    @Test
    void a_counter_that_dies_leaves_an_unknown_zone() {
        try (RawDevice cam =
                RawDevice.open(ANNEX.hub(), "studio-cam", MqttVersion.MQTT_5, connect -> connect.willFlag(true)
                        .willTopic("foyer/annex/studio-cam/status")
                        .willMessage("{\"online\":false}".getBytes(StandardCharsets.UTF_8)))) {
            cam.receive();
            cam.publish("count", "{\"present\":6}", MqttQoS.AT_LEAST_ONCE, 1);
            cam.receive();
            awaitState("studio", "ok");
        }
        awaitState("studio", "unknown");
        JsonNode unknown = ANNEX.zone("studio");
        assertThat(unknown.path("count").isNull()).isTrue();
        assertThat(unknown.path("since").asText()).isNotEmpty();
        try (TestDevice again = ANNEX.device("studio-cam")) {
            again.tell("count", "{\"present\":2}");
            awaitState("studio", "ok");
            assertThat(ANNEX.zone("studio").path("count").asInt()).isEqualTo(2);
        }
        assertThat(ANNEX.zone("studio").path("state").asText())
                .as("a goodbye is no failure")
                .isEqualTo("ok");
    }

    @Test
    void a_last_will_is_heard() {
        try (TestDevice other = ANNEX.device("desk-2")) {
            other.tell("presence", "{\"occupied\":true}");
            try (RawDevice gateway =
                    RawDevice.open(ANNEX.hub(), "gw-1", MqttVersion.MQTT_3_1_1, connect -> connect.willFlag(true)
                            .willTopic("foyer/annex/desk-2/status")
                            .willMessage("{\"online\":false}".getBytes(StandardCharsets.UTF_8)))) {
                gateway.receive();
                awaitState("open-a", "partial");
            }
            awaitState("open-a", "unknown");
        }
    }

    @Test
    void a_silent_connection_is_ended_after_one_and_a_half_times_its_keep_alive() {
        long began = System.nanoTime();
        try (RawDevice cam =
                RawDevice.open(ANNEX.hub(), "attic-cam", MqttVersion.MQTT_3_1_1, connect -> connect.keepAlive(1))) {
            cam.receive();
            cam.publish("count", "{\"present\":3}", MqttQoS.AT_LEAST_ONCE, 1);
            cam.receive();
            assertThat(cam.receive()).isNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        awaitState("attic", "unknown");
    }

    @Test
    void a_gateway_speaks_for_its_devices_and_for_no_other() {
        TestDevice gateway = ANNEX.device("gw-1");
        TestDevice.await(gateway.send("foyer/annex/desk-1/presence", json("{\"occupied\":true}"), false));
        await().atMost(PATIENCE).until(() -> ANNEX.zone("open-a").path("count").asInt(-1) >= 1);
        gateway.send("foyer/annex/lounge-cam/count", json("{\"present\":1}"), false);
        assertThat(gateway.ended()).isEqualTo(Mqtt5DisconnectReasonCode.NOT_AUTHORIZED);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_gateway_hears_the_commands_of_its_devices() {
        ANNEX.member("gil", "all", "G9");
        try (RawDevice gateway = RawDevice.connect(ANNEX.hub(), "gw-doors", MqttVersion.MQTT_3_1_1)) {
            gateway.send(MqttMessageBuilders.subscribe()
                    .messageId(1)
                    .addSubscription(MqttQoS.AT_LEAST_ONCE, "foyer/annex/side-in/command")
                    .build());
            assertThat(gateway.receive().fixedHeader().messageType()).isEqualTo(MqttMessageType.SUBACK);
            gateway.send(MqttMessageBuilders.publish()
                    .topicName("foyer/annex/side-in/swipe")
                    .qos(MqttQoS.AT_MOST_ONCE)
                    .payload(Unpooled.copiedBuffer("{\"id\":\"gw-s\",\"credential\":\"G9\"}", StandardCharsets.UTF_8))
                    .build());
            MqttMessage command = gateway.receive();
            assertThat(command.fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBLISH);
            assertThat(command.fixedHeader().qosLevel()).isEqualTo(MqttQoS.AT_LEAST_ONCE);
            assertThat(command.fixedHeader().isRetain()).isFalse();
            assertThat(((MqttPublishMessage) command).payload().toString(StandardCharsets.UTF_8))
                    .contains("\"unlock\"", "\"gw-s\"");
        }
    }

    @Test
    void packets_come_in_any_parts_down_to_single_bytes() {
        byte[] login = {0x10, 40, 0, 4, 'M', 'Q', 'T', 'T', 4, (byte) 0xC2, 0, 60};
        ByteBuffer bytes = ByteBuffer.allocate(64).put(login);
        for (String text : new String[] {"desk-1", "desk-1", "demo-desk-1"}) {
            bytes.putShort((short) text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
        }
        bytes.put((byte) 0xC0).put((byte) 0).flip();
        bytes.put(1, (byte) (bytes.limit() - 4));
        try (Stranger device = Stranger.at(ANNEX.hub().mqttPort())) {
            while (bytes.hasRemaining()) {
                device.send(bytes.get());
            }
            assertThat(device.read()).isEqualTo(0x20);
            for (int rest = 0; rest < 3; rest++) {
                device.read();
            }
            assertThat(device.read()).as("PINGRESP").isEqualTo(0xD0);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MqttVersion.class,
            names = {"MQTT_3_1_1", "MQTT_5"})
    void a_packet_over_256_KiB_ends_its_own_connection_only(MqttVersion version) {
        try (TestDevice healthy = ANNEX.device("hall-line");
                RawDevice cam = RawDevice.connect(ANNEX.hub(), "lounge-cam", version)) {
            cam.send(beginningOfPublish(256 * 1024 + 1));
            MqttMessage answer = cam.receive();
            if (version == MqttVersion.MQTT_5) {
                assertThat(answer.fixedHeader().messageType()).isEqualTo(MqttMessageType.DISCONNECT);
                assertThat(((MqttReasonCodeAndPropertiesVariableHeader) answer.variableHeader()).reasonCode())
                        .isEqualTo((byte) 0x95);
                answer = cam.receive();
            }
            assertThat(answer).isNull();
            healthy.tell("status", "{\"online\":true}");
        }
    }

    /** The headers of a QoS 0 PUBLISH of so many bytes, without properties, and the first of its payload. */
    private static byte[] beginningOfPublish(int length) {
        ByteBuffer bytes = ByteBuffer.allocate(128).put((byte) 0x30);
        for (int rest = length; rest > 0; rest >>= 7) {
            bytes.put((byte) ((rest & 0x7F) | (rest > 0x7F ? 0x80 : 0)));
        }
        byte[] topic = "foyer/annex/lounge-cam/count".getBytes(StandardCharsets.UTF_8);
        bytes.putShort((short) topic.length).put(topic).put(new byte[8]);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @Test
    void a_payload_over_64_KiB_is_taken_from_the_device_and_kept_as_a_dead_letter() {
        try (TestDevice cam = ANNEX.device("lounge-cam")) {
            cam.tell("count", "{\"present\":1,\"note\":\"" + "x".repeat(70_000) + "\"}");
            cam.tell("count", "{\"present\":7}");
            await().atMost(PATIENCE)
                    .until(() -> ANNEX.zone("lounge").path("count").asInt(-1) == 7);
        }
        JsonNode letter = Annex.entry(ANNEX.get("/dead-letters").path("items"), "reason", "too-large");
        assertThat(letter.path("device").asText()).isEqualTo("lounge-cam");
        assertThat(letter.path("topic").asText()).isEqualTo("foyer/annex/lounge-cam/count");
        assertThat(letter.path("payload").asText()).hasSize(1_024);
    }

    @Test
    void a_reader_that_has_not_subscribed_to_its_commands_is_told_of_and_counted() {
        try (RawDevice reader = RawDevice.connect(ANNEX.hub(), "cut-off", MqttVersion.MQTT_3_1_1);
                TestDevice other = ANNEX.device("bar-in").listening()) {
            await().atMost(PATIENCE).until(() -> ANNEX.hub().output().contains("hears no commands: cut-off"));
            assertThat(other.isConnected()).isTrue();
            assertThat(ANNEX.hub().output()).doesNotContain("hears no commands: bar-in");
            reader.listen();
        }
    }
}

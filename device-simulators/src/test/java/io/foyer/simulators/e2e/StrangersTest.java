package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.foyer.simulators.e2e.Stranger.Answered;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What anybody can send to the ports of devices: it ends that one connection, and is said once. */
class StrangersTest {
    private static final int MOST_LOG_BYTES = 20_000;
    private static final int PACKETS_BEHIND = 300;

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    private static int webSocket() {
        return ANNEX.hub().mqttWebSocketPort();
    }

    @Test
    void compression_is_not_offered_to_a_web_socket() {
        for (String extension : List.of("permessage-deflate", "deflate-frame", "x-webkit-deflate-frame")) {
            Answered answered = Stranger.webSocket(webSocket(), "/mqtt", "Sec-WebSocket-Extensions: " + extension);
            assertThat(answered.head()).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("extensions");
            answered.stranger().close();
        }
    }

    @Test
    void a_compressed_frame_is_refused() {
        Answered answered = Stranger.webSocket(webSocket(), "/mqtt", "Sec-WebSocket-Extensions: permessage-deflate");
        try (Stranger stranger = answered.stranger()) {
            // FIN, RSV1, binary; masked with zeros; the three bytes are an empty deflated text.
            stranger.send(
                    (byte) 0xC2, (byte) 0x83, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 2, (byte) 0, (byte) 0);
            assertThat(stranger.readToTheEnd()).as("a close frame and no more").isLessThan(64);
        }
        assertThat(ANNEX.hub().output()).contains("ill-formed packet: 127.0.0.1");
    }

    @Test
    void other_paths_are_not_found() {
        assertThat(Stranger.webSocket(webSocket(), "/other").head()).startsWith("HTTP/1.1 404");
    }

    @Test
    void a_login_without_a_client_id_that_wants_its_session_kept_is_told_why_not() {
        try (RawDevice device =
                RawDevice.open(ANNEX.hub(), "lounge-cam", MqttVersion.MQTT_3_1_1, connect -> connect.clientId("")
                        .cleanSession(false))) {
            assertThat(((MqttConnAckMessage) device.receive()).variableHeader().connectReturnCode())
                    .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
            assertThat(device.receive()).isNull();
        }
    }

    @Test
    void ten_thousand_packets_of_strangers_leave_less_than_20_KB_in_the_log() {
        int before = ANNEX.hub().output().length();
        Random random = new Random(8);
        for (int one = 0; one < 400; one++) {
            try (Stranger stranger = Stranger.at(ANNEX.hub().mqttPort())) {
                byte[] noise = new byte[random.nextInt(1, 300)];
                random.nextBytes(noise);
                for (int packet = 0; packet < 25; packet++) {
                    stranger.send(one % 2 == 0 ? noise : new byte[] {(byte) 0xC0, 0});
                }
            }
        }
        for (int one = 0; one < 100; one++) {
            Stranger.webSocket(webSocket(), "/" + one).stranger().close();
            try (Stranger stranger = Stranger.at(webSocket())) {
                stranger.send(
                        "GET / HTTP/1.1\r\nHost\u0000:\r\n\r\nNO HTTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        try (TestDevice device = ANNEX.device("hall-line")) {
            device.tell("status", "{\"online\":true}");
        }
        String said = ANNEX.hub().output().substring(before);
        assertThat(said.length()).isLessThan(MOST_LOG_BYTES);
        assertThat(said).contains(" before CONNECT").doesNotContain("\tat ");
    }

    @Test
    void what_comes_behind_the_packet_that_ends_a_device_is_dropped_and_the_end_is_said_once() {
        int before = ANNEX.hub().output().length();
        try (RawDevice cam = RawDevice.connect(ANNEX.hub(), "lounge-cam", MqttVersion.MQTT_5)) {
            byte[] topic = "foyer/annex/front-in/swipe".getBytes(StandardCharsets.US_ASCII);
            ByteBuffer packets = ByteBuffer.allocate(PACKETS_BEHIND * (topic.length + 9));
            for (int packet = 1; packet <= PACKETS_BEHIND; packet++) {
                packets.put((byte) 0x32).put((byte) (topic.length + 7)).putShort((short) topic.length);
                packets.put(topic)
                        .putShort((short) packet)
                        .put((byte) 0)
                        .put((byte) '{')
                        .put((byte) '}');
            }
            cam.send(packets.array());
            assertThat(cam.receive().fixedHeader().messageType()).isEqualTo(MqttMessageType.DISCONNECT);
            assertThat(cam.receive()).isNull();
        }
        await().atMost(Duration.ofSeconds(TestDevice.PATIENCE_S))
                .until(() -> ANNEX.hub().output().substring(before).contains("forbidden topic: lounge-cam"));
        String said = ANNEX.hub().output().substring(before);
        assertThat(said)
                .containsOnlyOnce("forbidden topic: lounge-cam: the device may not publish to foyer/annex/front-in");
        assertThat(said.length()).isLessThan(1_000);
    }

    @Test
    void a_hundred_wrong_passwords_lock_out_no_door() {
        ANNEX.device("front-in").close();
        for (int guess = 0; guess < 100; guess++) {
            byte[] password = ("guess-" + guess).getBytes(StandardCharsets.UTF_8);
            try (RawDevice guesser = RawDevice.open(
                    ANNEX.hub(), "front-in", MqttVersion.MQTT_5, connect -> connect.password(password))) {
                guesser.receive();
                assertThat(guesser.receive()).isNull();
            }
        }
        try (TestDevice door = ANNEX.device("front-in")) {
            door.tell("status", "{\"online\":true}");
        }
    }
}

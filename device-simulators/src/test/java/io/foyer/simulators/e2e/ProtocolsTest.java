package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever speaks MQTT can be a device: two versions, three qualities, two transports, other people's programs. */
class ProtocolsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(TestDevice.PATIENCE_S);
    private static final String TOPIC = "foyer/annex/lounge-cam/count";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    private static MqttClientBuilder client(boolean webSocket) {
        MqttClientBuilder builder =
                MqttClient.builder().identifier("lounge-cam").serverHost("127.0.0.1");
        return webSocket
                ? builder.serverPort(ANNEX.hub().mqttWebSocketPort())
                        .webSocketConfig()
                        .serverPath("mqtt")
                        .applyWebSocketConfig()
                : builder.serverPort(ANNEX.hub().mqttPort());
    }

    private static byte[] payload(int people) {
        return ("{\"present\":" + people + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] password() {
        return "demo-lounge-cam".getBytes(StandardCharsets.UTF_8);
    }

    private static void awaitPeople(int people) {
        await().atMost(PATIENCE).until(() -> ANNEX.zone("lounge").path("count").asInt(-1) == people);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_device_of_mqtt_3_1_1_is_heard_at_every_quality(boolean webSocket) {
        var client = client(webSocket).useMqttVersion3().buildBlocking();
        Mqtt3ConnAck welcome = client.connectWith()
                .cleanSession(false)
                .simpleAuth()
                .username("lounge-cam")
                .password(password())
                .applySimpleAuth()
                .send();
        assertThat(welcome.isSessionPresent()).isFalse();
        for (MqttQos quality : MqttQos.values()) {
            int people = PEOPLE.incrementAndGet();
            client.publishWith()
                    .topic(TOPIC)
                    .qos(quality)
                    .payload(payload(people))
                    .send();
            awaitPeople(people);
        }
        client.disconnect();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_device_of_mqtt_5_is_heard_at_every_quality(boolean webSocket) {
        var client = client(webSocket).useMqttVersion5().buildBlocking();
        Mqtt5ConnAck welcome = client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3_600)
                .simpleAuth()
                .username("lounge-cam")
                .password(password())
                .applySimpleAuth()
                .send();
        assertThat(welcome.isSessionPresent()).isFalse();
        assertThat(welcome.getSessionExpiryInterval()).hasValue(0);
        for (MqttQos quality : MqttQos.values()) {
            int people = PEOPLE.incrementAndGet();
            client.publishWith()
                    .topic(TOPIC)
                    .qos(quality)
                    .payload(payload(people))
                    .send();
            awaitPeople(people);
        }
        client.disconnect();
    }

    @Test
    void there_is_no_session_to_come_back_to() {
        for (int visit = 0; visit < 2; visit++) {
            var client = client(false).useMqttVersion5().buildBlocking();
            Mqtt5ConnAck welcome = client.connectWith()
                    .cleanStart(false)
                    .sessionExpiryInterval(3_600)
                    .simpleAuth()
                    .username("lounge-cam")
                    .password(password())
                    .applySimpleAuth()
                    .send();
            assertThat(welcome.isSessionPresent()).isFalse();
            client.disconnect();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MqttVersion.class,
            names = {"MQTT_3_1_1", "MQTT_5"})
    void a_packet_that_is_sent_twice_at_quality_2_counts_once(MqttVersion version) {
        try (TestDevice before = ANNEX.device("cellar-line")) {
            before.tell("count", "{\"in\":0,\"out\":0}");
        }
        int people = ANNEX.zone("cellar").path("count").asInt();
        try (RawDevice line = RawDevice.connect(ANNEX.hub(), "cellar-line", version)) {
            line.publish("count", "{\"in\":3,\"out\":1}", MqttQoS.EXACTLY_ONCE, 7);
            assertThat(line.receive().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBREC);
            line.publish("count", "{\"in\":3,\"out\":1}", MqttQoS.EXACTLY_ONCE, 7);
            assertThat(line.receive().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBREC);
            line.send((byte) 0x62, (byte) 2, (byte) 0, (byte) 7);
            var complete = line.receive();
            assertThat(complete.fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBCOMP);
            assertThat(((MqttMessageIdVariableHeader) complete.variableHeader()).messageId())
                    .isEqualTo(7);
            await().atMost(PATIENCE)
                    .until(() -> ANNEX.zone("cellar").path("count").asInt() == people + 2);
            line.publish("count", "{\"in\":0,\"out\":2}", MqttQoS.EXACTLY_ONCE, 7);
            await().atMost(PATIENCE)
                    .until(() -> ANNEX.zone("cellar").path("count").asInt() == people);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void mosquittos_programs_are_devices(String version) throws Exception {
        assumeTrue(isInstalled("mosquitto_pub"), "skipped: mosquitto-clients is not installed");
        ANNEX.member("mo", "all", "M1");
        Process reader = mosquitto(
                "mosquitto_sub", "side-in", version, "-t", "foyer/annex/side-in/command", "-q", "1", "-C", "1");
        await().atMost(PATIENCE).until(() -> {
            String swipe = "{\"id\":\"mo-" + UUID.randomUUID() + "\",\"credential\":\"M1\"}";
            Process gateway = mosquitto(
                    "mosquitto_pub", "gw-doors", version, "-t", "foyer/annex/side-in/swipe", "-q", "2", "-m", swipe);
            assertThat(gateway.waitFor(TestDevice.PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(gateway.exitValue()).isZero();
            return !reader.isAlive();
        });
        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\"command\":\"unlock\"", "\"swipe\":\"mo-");
    }

    @Test
    void mosquittos_programs_swipe_a_card_and_hear_the_answer() throws Exception {
        assumeTrue(isInstalled("mosquitto_rr"), "skipped: mosquitto-clients is not installed");
        ANNEX.member("mia", "all", "M2");
        Process reader = mosquitto(
                "mosquitto_rr",
                "front-in",
                "mqttv5",
                "-t",
                "foyer/annex/front-in/swipe",
                "-e",
                "foyer/annex/front-in/command",
                "-q",
                "1",
                "-W",
                "30",
                "-m",
                "{\"id\":\"rr-1\",\"credential\":\"M2\"}");
        assertThat(reader.waitFor(TestDevice.PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\"command\":\"unlock\"", "\"swipe\":\"rr-1\"");
    }

    private static Process mosquitto(String program, String device, String version, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                program, "-h", "127.0.0.1", "-p", String.valueOf(ANNEX.hub().mqttPort()), "-V", version));
        words.addAll(List.of("-i", device, "-u", device, "-P", "demo-" + device));
        words.addAll(List.of(more));
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> new File(folder, program).canExecute());
    }
}

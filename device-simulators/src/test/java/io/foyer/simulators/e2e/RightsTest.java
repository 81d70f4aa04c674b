package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAckReturnCode;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may log in, what a device may say and hear, and how a connection ends. */
class RightsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(TestDevice.PATIENCE_S);

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    private static Mqtt5BlockingClient client(String id) {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(ANNEX.hub().mqttPort())
                .buildBlocking();
    }

    private static void login(Mqtt5BlockingClient client, String user, String password) {
        client.connectWith()
                .simpleAuth()
                .username(user)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
    }

    @ParameterizedTest
    @CsvSource({
        "lounge-cam, lounge-cam, wrong",
        "lounge-cam, lounge-cam, ''",
        "nobody, nobody, demo-nobody",
        "lounge-cam, hall-line, demo-hall-line",
        "hall-line, lounge-cam, demo-lounge-cam",
    })
    void a_login_with_anything_wrong_is_refused(String client, String user, String password) {
        assertThatThrownBy(() -> login(client(client), user, password))
                .isInstanceOfSatisfying(Mqtt5ConnAckException.class, refused -> assertThat(
                                refused.getMqttMessage().getReasonCode())
                        .isEqualTo(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD));
    }

    @Test
    void a_login_without_a_name_is_refused() {
        assertThatThrownBy(() -> client("lounge-cam").connect()).isInstanceOf(Mqtt5ConnAckException.class);
    }

    @Test
    void a_client_of_mqtt_3_1_1_is_refused_in_its_own_words() {
        try (RawDevice device = RawDevice.open(
                ANNEX.hub(),
                "nobody",
                MqttVersion.MQTT_3_1_1,
                connect -> connect.password("?".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(((MqttConnAckMessage) device.receive()).variableHeader().connectReturnCode())
                    .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
            assertThat(device.receive()).isNull();
        }
    }

    @Test
    void a_secret_that_is_stored_as_a_hash_lets_in() {
        Mqtt5BlockingClient spare = client("spare");
        login(spare, "spare", "a secret of one hundred and twenty-eight bits");
        spare.disconnect();
    }

    @Test
    void a_last_will_in_anothers_name_is_refused() {
        assertThatThrownBy(() -> client("lounge-cam")
                        .connectWith()
                        .simpleAuth()
                        .username("lounge-cam")
                        .password("demo-lounge-cam".getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth()
                        .willPublish()
                        .topic("foyer/annex/hall-line/status")
                        .payload("{\"online\":false}".getBytes(StandardCharsets.UTF_8))
                        .applyWillPublish()
                        .send())
                .isInstanceOfSatisfying(Mqtt5ConnAckException.class, refused -> assertThat(
                                refused.getMqttMessage().getReasonCode())
                        .isEqualTo(Mqtt5ConnAckReasonCode.NOT_AUTHORIZED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foyer/annex/hall-line/count",
                "foyer/annex/lounge-camera/count",
                "foyer/elsewhere/lounge-cam/count",
                "foyer/annex/lounge-cam",
                "count",
                "Foyer/annex/lounge-cam/count"
            })
    void a_message_below_anothers_topic_ends_the_connection(String topic) {
        try (TestDevice healthy = ANNEX.device("hall-line");
                TestDevice cam = ANNEX.device("lounge-cam")) {
            cam.send(topic, "{\"present\":9}".getBytes(StandardCharsets.UTF_8), false);
            assertThat(cam.ended()).isEqualTo(Mqtt5DisconnectReasonCode.NOT_AUTHORIZED);
            healthy.tell("status", "{\"online\":true}");
        }
    }

    @Test
    void a_client_of_mqtt_3_1_1_that_speaks_out_of_turn_is_hung_up_on() {
        try (RawDevice cam = RawDevice.connect(ANNEX.hub(), "lounge-cam", MqttVersion.MQTT_3_1_1)) {
            cam.send(MqttMessageBuilders.publish()
                    .topicName("foyer/annex/hall-line/count")
                    .qos(MqttQoS.AT_LEAST_ONCE)
                    .messageId(1)
                    .payload(Unpooled.EMPTY_BUFFER)
                    .build());
            assertThat(cam.receive()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "+/annex/lounge-cam/command",
                "foyer/#",
                "foyer/annex/#",
                "foyer/annex/+/command",
                "foyer/+/lounge-cam/command",
                "foyer/annex/hall-line/command",
                "foyer/annex/hall-line/#",
                "$SYS/#"
            })
    void a_device_hears_nothing_but_its_own(String filter) {
        Mqtt5BlockingClient cam = client("lounge-cam");
        login(cam, "lounge-cam", "demo-lounge-cam");
        assertThatThrownBy(() -> cam.subscribeWith().topicFilter(filter).send())
                .isInstanceOfSatisfying(Mqtt5SubAckException.class, refused -> assertThat(
                                refused.getMqttMessage().getReasonCodes())
                        .containsExactly(Mqtt5SubAckReasonCode.NOT_AUTHORIZED));
        cam.publishWith()
                .topic("foyer/annex/lounge-cam/status")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload("{\"online\":true}".getBytes(StandardCharsets.UTF_8))
                .send();
        cam.disconnect();
    }

    @Test
    void a_refused_subscription_of_mqtt_3_1_1_is_a_failure_beside_the_granted_one() {
        Mqtt3BlockingClient cam = MqttClient.builder()
                .useMqttVersion3()
                .identifier("lounge-cam")
                .serverHost("127.0.0.1")
                .serverPort(ANNEX.hub().mqttPort())
                .buildBlocking();
        cam.connectWith()
                .simpleAuth()
                .username("lounge-cam")
                .password("demo-lounge-cam".getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        assertThatThrownBy(() -> cam.subscribeWith()
                        .addSubscription()
                        .topicFilter("foyer/annex/lounge-cam/#")
                        .qos(MqttQos.EXACTLY_ONCE)
                        .applySubscription()
                        .addSubscription()
                        .topicFilter("foyer/annex/hall-line/#")
                        .applySubscription()
                        .send())
                .isInstanceOfSatisfying(Mqtt3SubAckException.class, refused -> assertThat(
                                refused.getMqttMessage().getReturnCodes())
                        .containsExactly(Mqtt3SubAckReturnCode.SUCCESS_MAXIMUM_QOS_1, Mqtt3SubAckReturnCode.FAILURE));
        cam.disconnect();
    }

    @Test
    void a_second_connection_takes_over_from_the_first() {
        TestDevice first = ANNEX.device("nook-cam");
        first.tell("count", "{\"present\":4}");
        try (TestDevice second = ANNEX.device("nook-cam")) {
            assertThat(first.ended()).isEqualTo(Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER);
            await().atMost(PATIENCE)
                    .until(() -> ANNEX.zone("nook").path("state").asText().equals("ok"));
            second.tell("count", "{\"present\":5}");
            await().atMost(PATIENCE)
                    .until(() -> ANNEX.zone("nook").path("count").asInt() == 5);
        }
    }
}

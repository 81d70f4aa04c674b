package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperty;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What MQTT 5 adds: limits that both sides keep, reasons for every refusal, and properties that change nothing here. */
class Mqtt5Test {
    private static final String COMMANDS = "foyer/annex/front-out/command";

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    private static MqttProperties properties(MqttProperty<?>... all) {
        MqttProperties properties = new MqttProperties();
        for (MqttProperty<?> one : all) {
            properties.add(one);
        }
        return properties;
    }

    private static MqttProperties number(int name, int value) {
        return properties(new IntegerProperty(name, value));
    }

    private static RawDevice open(MqttProperties properties) {
        return RawDevice.open(ANNEX.hub(), "front-out", MqttVersion.MQTT_5, connect -> connect.properties(properties));
    }

    private static RawDevice device() {
        RawDevice device = open(properties());
        device.receive();
        return device;
    }

    private static MqttConnAckVariableHeader welcome(RawDevice device) {
        return ((MqttConnAckMessage) device.receive()).variableHeader();
    }

    private static Object told(MqttConnAckVariableHeader welcome, int name) {
        MqttProperty<?> property = welcome.properties().getProperty(name);
        return property == null ? null : property.value();
    }

    @Test
    void what_is_not_offered_is_told_at_the_login() {
        try (RawDevice device = open(number(MqttProperties.SESSION_EXPIRY_INTERVAL, 3_600))) {
            MqttConnAckVariableHeader welcome = welcome(device);
            assertThat(welcome.connectReturnCode().byteValue()).isZero();
            assertThat(told(welcome, MqttProperties.SESSION_EXPIRY_INTERVAL)).isEqualTo(0);
            assertThat(told(welcome, MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE))
                    .isEqualTo(0);
            assertThat(told(welcome, MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE))
                    .isEqualTo(0);
            assertThat(told(welcome, MqttProperties.TOPIC_ALIAS_MAXIMUM)).isEqualTo(0);
            assertThat(told(welcome, MqttProperties.RECEIVE_MAXIMUM)).isEqualTo(4_000);
            assertThat(told(welcome, MqttProperties.MAXIMUM_PACKET_SIZE)).isEqualTo(256 * 1_024);
            assertThat(told(welcome, MqttProperties.MAXIMUM_QOS))
                    .as("2 is offered")
                    .isNull();
            assertThat(told(welcome, MqttProperties.RETAIN_AVAILABLE))
                    .as("taken as history")
                    .isNull();
            assertThat(told(welcome, MqttProperties.SERVER_KEEP_ALIVE))
                    .as("60 s are kept")
                    .isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 300", "300,", "301, 300", "65535, 300", "1,"})
    void a_device_that_would_be_silent_for_long_is_told_a_keep_alive(int asked, Integer told) {
        try (RawDevice device =
                RawDevice.open(ANNEX.hub(), "front-out", MqttVersion.MQTT_5, connect -> connect.keepAlive(asked))) {
            assertThat(told(welcome(device), MqttProperties.SERVER_KEEP_ALIVE)).isEqualTo(told);
        }
    }

    @Test
    void what_is_not_offered_is_refused_with_its_own_reason_and_the_rest_is_granted() {
        try (RawDevice device = device()) {
            assertThat(device.subscribe(all -> all.addSubscription(MqttQoS.AT_LEAST_ONCE, "$share/doors/" + COMMANDS)
                            .addSubscription(MqttQoS.EXACTLY_ONCE, COMMANDS)
                            .addSubscription(MqttQoS.AT_LEAST_ONCE, "foyer/annex/front-out#")
                            .addSubscription(MqttQoS.AT_LEAST_ONCE, "foyer/annex/front-in/command")
                            .addSubscription(MqttQoS.AT_MOST_ONCE, "foyer/annex/front-out/#")))
                    .containsExactly(0x9E, 1, 0x8F, 0x87, 0);
            assertThat(device.subscribe(all -> all.properties(number(MqttProperties.SUBSCRIPTION_IDENTIFIER, 7))
                            .addSubscription(MqttQoS.AT_LEAST_ONCE, COMMANDS)))
                    .containsExactly(0xA1);
            assertThat(device.ping()).isEqualTo(MqttMessageType.PINGRESP);
        }
    }

    @Test
    void commands_beyond_what_the_device_takes_wait_for_its_acknowledgement() {
        try (RawDevice device = open(number(MqttProperties.RECEIVE_MAXIMUM, 1))) {
            device.receive();
            device.subscribe(all -> all.addSubscription(MqttQoS.AT_LEAST_ONCE, COMMANDS));
            device.swipe("first");
            device.swipe("second");
            MqttPublishMessage first = device.command();
            assertThat(RawDevice.payload(first)).contains("\"first\"");
            assertThat(device.ping()).isEqualTo(MqttMessageType.PINGRESP);
            device.acknowledge(first);
            assertThat(RawDevice.payload(device.command())).contains("\"second\"");
        }
    }

    @Test
    void a_refusal_that_is_larger_than_the_device_takes_comes_without_its_text() {
        try (RawDevice device = open(number(MqttProperties.MAXIMUM_PACKET_SIZE, 180))) {
            device.receive();
            device.subscribe(all -> all.addSubscription(MqttQoS.AT_MOST_ONCE, COMMANDS));
            device.swipe("short");
            MqttPublishMessage command = device.command();
            assertThat(RawDevice.payload(command)).contains("\"deny\"", "\"short\"", "\"unknown-credential\"");
            assertThat(RawDevice.payload(command)).doesNotContain("text");
        }
    }

    @Test
    void nothing_larger_than_the_device_takes_is_sent() {
        try (RawDevice device = open(number(MqttProperties.MAXIMUM_PACKET_SIZE, 100))) {
            device.receive();
            device.subscribe(all -> all.addSubscription(MqttQoS.AT_MOST_ONCE, COMMANDS));
            device.swipe("too-long");
            assertThat(device.ping()).isEqualTo(MqttMessageType.PINGRESP);
        }
    }

    @ParameterizedTest
    @CsvSource({"33, 0, 0x82", "39, 0, 0x82", "39, 20, 0x95"})
    void a_login_with_limits_that_cannot_be_kept_is_refused(int name, int value, String reason) {
        try (RawDevice device = open(number(name, value))) {
            assertThat(welcome(device).connectReturnCode().byteValue())
                    .isEqualTo(Integer.decode(reason).byteValue());
            assertThat(device.receive()).isNull();
        }
    }

    @Test
    void a_way_to_prove_oneself_that_is_not_offered_is_refused() {
        try (RawDevice device = open(properties(new StringProperty(MqttProperties.AUTHENTICATION_METHOD, "none")))) {
            assertThat(welcome(device).connectReturnCode().byteValue()).isEqualTo((byte) 0x8C);
        }
        try (RawDevice device = device()) {
            device.send((byte) 0xF0, (byte) 0);
            device.assertEnded(0x82);
        }
    }

    @Test
    void a_device_that_leaves_its_client_id_to_the_hub_gets_the_id_that_it_logs_in_with() {
        try (RawDevice device =
                RawDevice.open(ANNEX.hub(), "front-out", MqttVersion.MQTT_5, connect -> connect.clientId(""))) {
            assertThat(told(welcome(device), MqttProperties.ASSIGNED_CLIENT_IDENTIFIER))
                    .isEqualTo("front-out");
        }
    }

    @Test
    void an_alias_of_a_topic_ends_the_connection() {
        try (RawDevice device = device()) {
            device.send(MqttMessageBuilders.publish()
                    .topicName("foyer/annex/front-out/status")
                    .qos(MqttQoS.AT_MOST_ONCE)
                    .properties(number(MqttProperties.TOPIC_ALIAS, 1))
                    .payload(Unpooled.copiedBuffer("{\"online\":true}", StandardCharsets.UTF_8))
                    .build());
            device.assertEnded(0x94);
        }
    }

    @Test
    void properties_of_a_message_change_nothing() {
        try (RawDevice device = device()) {
            device.subscribe(all -> all.properties(properties(new UserProperty("maker", "acme")))
                    .addSubscription(
                            COMMANDS,
                            new MqttSubscriptionOption(
                                    MqttQoS.AT_MOST_ONCE, true, true, RetainedHandlingPolicy.DONT_SEND_AT_SUBSCRIBE)));
            device.send(MqttMessageBuilders.publish()
                    .topicName("foyer/annex/front-out/swipe")
                    .qos(MqttQoS.AT_MOST_ONCE)
                    .properties(properties(
                            new IntegerProperty(MqttProperties.PAYLOAD_FORMAT_INDICATOR, 1),
                            new IntegerProperty(MqttProperties.PUBLICATION_EXPIRY_INTERVAL, 5),
                            new StringProperty(MqttProperties.CONTENT_TYPE, "application/json"),
                            new StringProperty(MqttProperties.RESPONSE_TOPIC, COMMANDS),
                            new BinaryProperty(MqttProperties.CORRELATION_DATA, new byte[] {1, 2}),
                            new UserProperty("maker", "acme")))
                    .payload(Unpooled.copiedBuffer("{\"id\":\"dressed\",\"credential\":\"x\"}", StandardCharsets.UTF_8))
                    .build());
            assertThat(RawDevice.payload(device.command())).contains("\"deny\"", "\"dressed\"");
        }
    }
}

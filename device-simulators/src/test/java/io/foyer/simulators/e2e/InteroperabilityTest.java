package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the two versions of MQTT have in common, as clients rely on it. Not here because the hub is no broker and keeps
 * nothing for a device that is away: queues and redelivery for an old session, retained messages for a later subscriber,
 * messages from one device to another.
 */
class InteroperabilityTest {
    private static final String ALL = "foyer/annex/front-out/#";
    private static final String COMMANDS = "foyer/annex/front-out/command";

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    private static RawDevice device(MqttVersion version) {
        return RawDevice.connect(ANNEX.hub(), "front-out", version);
    }

    private static void assertAlive(RawDevice device) {
        assertThat(device.ping()).isEqualTo(MqttMessageType.PINGRESP);
    }

    private static boolean isMqtt5(MqttVersion version) {
        return version == MqttVersion.MQTT_5;
    }

    private static Stream<Arguments> filters() {
        return Stream.of(MqttVersion.MQTT_3_1_1, MqttVersion.MQTT_5).flatMap(version -> Stream.of(
                        Arguments.of(0x8F, "foyer/annex/front-out/command#"),
                        Arguments.of(0x8F, "foyer/annex/front-out/#/command"),
                        Arguments.of(0x8F, "foyer/annex/front-out/+command"),
                        Arguments.of(0x8F, "foyer/annex/front-out/com\0mand"),
                        Arguments.of(0x8F, "foyer/annex/front-out/com\uFFFDmand"),
                        Arguments.of(0x8F, ""),
                        Arguments.of(0x87, "#"),
                        Arguments.of(0x87, "+/annex/front-out/command"),
                        Arguments.of(0x87, "foyer/annex/+/command"),
                        Arguments.of(0x87, "foyer/annex/front-in/command"),
                        Arguments.of(0x87, "foyer/annex/front-out"),
                        Arguments.of(0x87, "$SYS/#"),
                        Arguments.of(0x9E, "$share/doors/" + COMMANDS))
                .map(each -> Arguments.of(version, each.get()[1], isMqtt5(version) ? each.get()[0] : 0x80)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_filter_that_it_may_not_have_is_refused_and_the_next_one_granted(
            MqttVersion version, String filter, int code) {
        try (RawDevice device = device(version)) {
            assertThat(device.subscribe(all -> all.addSubscription(MqttQoS.AT_LEAST_ONCE, filter)
                            .addSubscription(MqttQoS.EXACTLY_ONCE, COMMANDS)))
                    .containsExactly(code, 1);
            assertAlive(device);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void a_filter_that_is_no_text_is_refused(MqttVersion version) {
        byte[] filter = COMMANDS.getBytes(StandardCharsets.UTF_8);
        filter[filter.length - 1] = (byte) 0xFF;
        int properties = isMqtt5(version) ? 1 : 0;
        byte[] head = {(byte) 0x82, (byte) (filter.length + 5 + properties), 0, 1};
        byte[] packet = Arrays.copyOf(head, head.length + properties + 2 + filter.length + 1);
        packet[head.length + properties + 1] = (byte) filter.length;
        System.arraycopy(filter, 0, packet, head.length + properties + 2, filter.length);
        try (RawDevice device = device(version)) {
            device.send(packet);
            assertThat(device.subscribed()).containsExactly(isMqtt5(version) ? 0x8F : 0x80);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void filters_that_overlap_bring_a_command_once_at_the_best_of_their_qualities(MqttVersion version) {
        try (RawDevice device = device(version)) {
            device.subscribe(all -> all.addSubscription(MqttQoS.AT_MOST_ONCE, ALL)
                    .addSubscription(MqttQoS.AT_LEAST_ONCE, COMMANDS)
                    .addSubscription(MqttQoS.AT_MOST_ONCE, "foyer/annex/front-out/+"));
            device.swipe("overlap-" + version);
            assertThat(device.command().fixedHeader().qosLevel()).isEqualTo(MqttQoS.AT_LEAST_ONCE);
            assertAlive(device);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void a_filter_that_is_subscribed_again_takes_the_place_of_the_first(MqttVersion version) {
        try (RawDevice device = device(version)) {
            device.subscribe(all -> all.addSubscription(MqttQoS.AT_LEAST_ONCE, COMMANDS));
            for (int more = 0; more < 31; more++) {
                String other = "foyer/annex/front-out/more-" + more;
                device.subscribe(all -> all.addSubscription(MqttQoS.AT_LEAST_ONCE, other));
            }
            assertThat(device.subscribe(all -> all.addSubscription(MqttQoS.AT_LEAST_ONCE, ALL)))
                    .as("32 are there")
                    .containsExactly(isMqtt5(version) ? 0x97 : 0x80);
            assertThat(device.subscribe(all -> all.addSubscription(MqttQoS.AT_MOST_ONCE, COMMANDS)))
                    .containsExactly(0);
            device.swipe("again-" + version);
            assertThat(device.command().fixedHeader().qosLevel()).isEqualTo(MqttQoS.AT_MOST_ONCE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void after_an_unsubscription_no_command_comes(MqttVersion version) {
        try (RawDevice device = device(version)) {
            device.subscribe(all -> all.addSubscription(MqttQoS.AT_MOST_ONCE, COMMANDS));
            device.send(MqttMessageBuilders.unsubscribe()
                    .messageId(3)
                    .addTopicFilter(ALL)
                    .addTopicFilter(COMMANDS)
                    .build());
            MqttUnsubAckMessage answer = (MqttUnsubAckMessage) device.receive();
            if (isMqtt5(version)) {
                assertThat(answer.payload().unsubscribeReasonCodes()).containsExactly((short) 0x11, (short) 0);
            } else {
                assertThat(answer.fixedHeader().remainingLength()).isEqualTo(2);
            }
            device.swipe("unheard-" + version);
            assertAlive(device);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void a_subscription_to_nothing_and_a_second_login_end_the_connection(MqttVersion version) {
        try (RawDevice device = device(version)) {
            byte[] nothing = isMqtt5(version) ? new byte[] {0, 1, 0} : new byte[] {0, 1};
            device.send((byte) 0x82, (byte) nothing.length);
            device.send(nothing);
            device.assertEnded(isMqtt5(version) ? 0x82 : 0);
        }
        try (RawDevice device = device(version)) {
            device.send(MqttMessageBuilders.connect()
                    .protocolVersion(version)
                    .clientId("front-out")
                    .build());
            MqttMessage goodbye = device.receive();
            while (goodbye != null) {
                assertThat(goodbye.fixedHeader().messageType()).isEqualTo(MqttMessageType.DISCONNECT);
                goodbye = device.receive();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void a_device_without_a_client_id_is_known_by_its_user_name(MqttVersion version) {
        try (RawDevice device = RawDevice.open(ANNEX.hub(), "front-out", version, connect -> connect.clientId(""))) {
            MqttConnAckMessage welcome = (MqttConnAckMessage) device.receive();
            assertThat(welcome.variableHeader().connectReturnCode().byteValue()).isZero();
            device.subscribe(all -> all.addSubscription(MqttQoS.AT_MOST_ONCE, COMMANDS));
            device.swipe("nameless-" + version);
            assertThat(RawDevice.payload(device.command())).contains("\"nameless-" + version + "\"");
        }
        try (RawDevice device = RawDevice.open(ANNEX.hub(), "front-out", version, connect -> connect.clientId("")
                .username("front-in"))) {
            MqttConnAckMessage refusal = (MqttConnAckMessage) device.receive();
            assertThat(refusal.variableHeader().connectReturnCode().byteValue()).isNotZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void the_will_of_a_connection_that_its_own_device_takes_over_is_not_taken(MqttVersion version) {
        try (RawDevice first = RawDevice.open(ANNEX.hub(), "nook-cam", version, connect -> connect.willFlag(true)
                        .willTopic("foyer/annex/nook-cam/count")
                        .willMessage("{\"present\":77}".getBytes(StandardCharsets.UTF_8)));
                TestDevice viewer = ANNEX.device("desk-1")) {
            first.receive();
            first.publish("count", "{\"present\":3}", MqttQoS.AT_LEAST_ONCE, 1);
            first.receive();
            try (RawDevice second = RawDevice.connect(ANNEX.hub(), "nook-cam", version)) {
                viewer.tell("presence", "{\"occupied\":false}");
                assertThat(ANNEX.zone("nook").path("count").asInt()).isEqualTo(3);
                second.publish("count", "{\"present\":4}", MqttQoS.AT_LEAST_ONCE, 1);
                second.receive();
                await().atMost(Duration.ofSeconds(TestDevice.PATIENCE_S))
                        .until(() -> ANNEX.zone("nook").path("count").asInt() == 4);
            }
        }
    }
}

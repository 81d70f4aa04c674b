package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A device that had no acknowledgement sends its message again and marks it as a duplicate. */
class RedeliveryTest {
    @RegisterExtension
    static final Annex ANNEX = new Annex();

    @BeforeAll
    static void ann_may_enter() {
        ANNEX.member("ann", "all", "A1");
    }

    @Test
    void a_swipe_that_comes_again_and_tells_its_time_is_decided_by_it() {
        assertThat(firstCommandAfter("{\"id\":\"again-1\",\"at\":\"" + Instant.now()
                        + "\",\"credential\":\"A1\",\"type\":\"card\"}"))
                .contains("\"unlock\"", "again-1");
    }

    @Test
    void a_swipe_that_comes_again_without_its_time_opens_nothing() {
        assertThat(firstCommandAfter("{\"id\":\"again-2\",\"credential\":\"A1\",\"type\":\"card\"}"))
                .contains("next-again-2");
        // The door hears before the trail has it.
        await().untilAsserted(
                        () -> assertThat(Annex.entry(ANNEX.get("/access-events").path("items"), "swipe", "again-2")
                                        .path("outcome")
                                        .asText())
                                .isEqualTo("denied"));
    }

    /** The first command that a reader hears which redelivers this swipe and then makes a fresh one. */
    private static String firstCommandAfter(String redelivered) {
        try (RawDevice reader = RawDevice.connect(ANNEX.hub(), "front-in", MqttVersion.MQTT_3_1_1)) {
            reader.listen();
            reader.publishAgain("swipe", redelivered, 7);
            String fresh = redelivered.replace("again-", "next-again-");
            reader.publish("swipe", fresh, MqttQoS.AT_LEAST_ONCE, 8);
            MqttMessage heard = reader.receive();
            while (heard != null && heard.fixedHeader().messageType() != MqttMessageType.PUBLISH) {
                heard = reader.receive();
            }
            assertThat(heard).isInstanceOf(MqttPublishMessage.class);
            return ((MqttPublishMessage) heard).payload().toString(StandardCharsets.UTF_8);
        }
    }
}

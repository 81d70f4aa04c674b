package io.foyer.simulators.pages;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import io.foyer.simulators.e2e.HubProcess;
import java.nio.charset.StandardCharsets;

/** One device of a test site, connected under its id and the password {@code demo-} + its id. */
final class Device implements AutoCloseable {
    private final Mqtt3BlockingClient client;
    private final String prefix;

    Device(HubProcess hub, String site, String id) {
        prefix = "foyer/" + site + "/" + id + "/";
        client = MqttClient.builder()
                .useMqttVersion3()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(hub.mqttPort())
                .simpleAuth()
                .username(id)
                .password(("demo-" + id).getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
    }

    /** Returns when the hub has acknowledged it, and so has it for good. */
    Device says(String kind, String payload) {
        client.publishWith()
                .topic(prefix + kind)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .send();
        return this;
    }

    /** Connects, says one thing and goes with a goodbye, as a battery device does. */
    static void once(HubProcess hub, String site, String id, String kind, String payload) {
        try (Device device = new Device(hub, site, id)) {
            device.says(kind, payload);
        }
    }

    @Override
    public void close() {
        client.disconnect();
    }
}

package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Order;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import java.util.HashSet;
import java.util.Set;

/** Commands on their way to one connection. */
final class Outbox {
    private static final int MOST_UNANSWERED = 1_000;

    private final MqttEndpoint endpoint;
    private final Set<Integer> unanswered = new HashSet<>();

    Outbox(MqttEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Tells the device; false where it has gone, or has left too many commands unanswered. */
    boolean send(String topic, Order order, MqttQoS quality) {
        if (!endpoint.isConnected() || unanswered.size() >= MOST_UNANSWERED) {
            return false;
        }
        endpoint.publish(topic, Commands.encode(order), quality, false, false);
        if (quality == MqttQoS.AT_LEAST_ONCE) {
            unanswered.add(endpoint.lastMessageId());
        }
        return true;
    }

    void answered(int packet) {
        unanswered.remove(packet);
    }
}

package io.foyer.hub.mqtt;

import io.foyer.hub.site.Known;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one connection listens to: its filters, and the quality of each. */
final class Subscriptions {
    private static final int MOST_FILTERS = 32;

    private final MqttEndpoint endpoint;
    private final Known known;
    private final Edge edge;
    private final Map<String, MqttQoS> filters = new HashMap<>();

    Subscriptions(MqttEndpoint endpoint, Known known, Edge edge) {
        this.endpoint = endpoint;
        this.known = known;
        this.edge = edge;
    }

    void subscribe(MqttSubscribeMessage message) {
        List<MqttSubAckReasonCode> codes = new ArrayList<>();
        message.topicSubscriptions().forEach(wanted -> {
            boolean own = edge.mayHear(known, wanted.topicName());
            if (own && filters.size() < MOST_FILTERS) {
                boolean atLeastOnce = wanted.qualityOfService() != MqttQoS.AT_MOST_ONCE;
                filters.put(wanted.topicName(), atLeastOnce ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE);
                codes.add(atLeastOnce ? MqttSubAckReasonCode.GRANTED_QOS1 : MqttSubAckReasonCode.GRANTED_QOS0);
            } else {
                edge.log().warn("forbidden topic", known.id(), "it may not subscribe to " + wanted.topicName());
                codes.add(
                        Edge.isMqtt5(endpoint)
                                ? MqttSubAckReasonCode.NOT_AUTHORIZED
                                : MqttSubAckReasonCode.UNSPECIFIED_ERROR);
            }
        });
        endpoint.subscribeAcknowledge(message.messageId(), codes, MqttProperties.NO_PROPERTIES);
    }

    void unsubscribe(MqttUnsubscribeMessage message) {
        filters.keySet().removeAll(message.topics());
        endpoint.unsubscribeAcknowledge(message.messageId());
    }

    /** The best at which a topic is listened to, or null where it is not. */
    @Nullable MqttQoS quality(String topic) {
        MqttQoS best = null;
        for (Map.Entry<String, MqttQoS> filter : filters.entrySet()) {
            if (Topic.matches(filter.getKey(), topic) && best != MqttQoS.AT_LEAST_ONCE) {
                best = filter.getValue();
            }
        }
        return best;
    }
}

package io.foyer.hub.mqtt;

import io.foyer.hub.site.KnownDevice;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The subscriptions of one connection: its filters, with the QoS of each. */
final class DeviceSubscriptions {
    private static final int MOST_FILTERS = 32;

    private final MqttEndpoint endpoint;
    private final DeviceConnection pipe;
    private final ClientLimits allowance;
    private final KnownDevice known;
    private final EdgeServices services;
    private final Map<String, MqttQoS> filters = new HashMap<>();

    DeviceSubscriptions(
            MqttEndpoint endpoint,
            DeviceConnection pipe,
            ClientLimits allowance,
            KnownDevice known,
            EdgeServices services) {
        this.endpoint = endpoint;
        this.pipe = pipe;
        this.allowance = allowance;
        this.known = known;
        this.services = services;
    }

    /** Answers each filter separately. */
    void subscribe(MqttSubscribeMessage message) {
        MqttProperty<?> identifier = message.properties().getProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER);
        List<MqttSubAckReasonCode> codes = message.topicSubscriptions().stream()
                .map(wanted -> subscribe(wanted.topicName(), wanted.qualityOfService(), identifier != null))
                .map(this::inItsVersion)
                .toList();
        services.hearing().changed(known.id());
        if (canAnswer(codes.size())) {
            endpoint.subscribeAcknowledge(message.messageId(), codes, MqttProperties.NO_PROPERTIES);
        }
    }

    /** The code in the client's version of MQTT. Versions before MQTT 5 have one code for every refusal. */
    private MqttSubAckReasonCode inItsVersion(MqttSubAckReasonCode code) {
        return allowance.properties() || code.value() >= 0 ? code : MqttSubAckReasonCode.UNSPECIFIED_ERROR;
    }

    private boolean canAnswer(int filters) {
        if (filters == 0) {
            pipe.end("wrong packet", "a SUBSCRIBE without a filter", MqttDisconnectReasonCode.PROTOCOL_ERROR);
            return false;
        }
        if (!allowance.takesAnswers(filters)) {
            String why = filters + " filters in one packet; the answer is larger than the device's Maximum Packet Size";
            pipe.end("wrong packet", why, MqttDisconnectReasonCode.PACKET_TOO_LARGE);
            return false;
        }
        return true;
    }

    private MqttSubAckReasonCode subscribe(String filter, MqttQoS wanted, boolean withIdentifier) {
        MqttSubAckReasonCode refusal = refusal(filter, withIdentifier);
        if (refusal != null) {
            services.log().warn("refused subscription", known.id(), filter + ": " + refusal);
            return refusal;
        }
        boolean atLeastOnce = wanted != MqttQoS.AT_MOST_ONCE;
        filters.put(filter, atLeastOnce ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE);
        return atLeastOnce ? MqttSubAckReasonCode.GRANTED_QOS1 : MqttSubAckReasonCode.GRANTED_QOS0;
    }

    private @Nullable MqttSubAckReasonCode refusal(String filter, boolean withIdentifier) {
        if (!DeviceTopic.isFilter(filter)) {
            return MqttSubAckReasonCode.TOPIC_FILTER_INVALID;
        }
        if (filter.startsWith("$share/")) {
            return MqttSubAckReasonCode.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED;
        }
        if (withIdentifier) {
            return MqttSubAckReasonCode.SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED;
        }
        if (!services.rights().maySubscribe(known, filter)) {
            return MqttSubAckReasonCode.NOT_AUTHORIZED;
        }
        return filters.size() < MOST_FILTERS || filters.containsKey(filter)
                ? null
                : MqttSubAckReasonCode.QUOTA_EXCEEDED;
    }

    /** Answers each filter separately. */
    void unsubscribe(MqttUnsubscribeMessage message) {
        List<MqttUnsubAckReasonCode> codes = message.topics().stream()
                .map(filter -> filters.remove(filter) == null
                        ? MqttUnsubAckReasonCode.NO_SUBSCRIPTION_EXISTED
                        : MqttUnsubAckReasonCode.SUCCESS)
                .toList();
        services.hearing().changed(known.id());
        if (canAnswer(codes.size())) {
            endpoint.unsubscribeAcknowledge(
                    message.messageId(), allowance.properties() ? codes : List.of(), MqttProperties.NO_PROPERTIES);
        }
    }

    /** The highest QoS of the filters that match a topic, or null where none matches. */
    @Nullable MqttQoS quality(String topic) {
        MqttQoS best = null;
        for (Map.Entry<String, MqttQoS> filter : filters.entrySet()) {
            if (DeviceTopic.matches(filter.getKey(), topic) && best != MqttQoS.AT_LEAST_ONCE) {
                best = filter.getValue();
            }
        }
        return best;
    }
}

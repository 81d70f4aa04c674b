package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.Ending;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.Order;
import io.foyer.hub.site.Known;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device's connection, from its accepted login to its end. A message is acknowledged when what it changed is
 * durable: PUBACK at QoS 1; at QoS 2 PUBREC, since its sender forgets the message with that.
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final MqttEndpoint endpoint;
    private final Known known;
    private final Edge edge;
    private final Pipe pipe;
    private final Pressure.Gauge pressure;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    /** QoS 2 messages between PUBLISH and PUBREL, and whether each is durable. */
    private final Map<Integer, Boolean> received = new HashMap<>();

    private boolean hungUp;
    private boolean ended;

    Session(MqttEndpoint endpoint, Pipe pipe, Known known, Edge edge) {
        this.endpoint = endpoint;
        this.known = known;
        this.edge = edge;
        this.pipe = pipe;
        Allowance allowance = Allowance.of(endpoint.connectProperties(), Edge.isMqtt5(endpoint));
        this.subscriptions = new Subscriptions(endpoint, pipe, allowance, known, edge);
        this.outbox = new Outbox(
                (topic, payload, quality, packet) -> endpoint.publish(topic, payload, quality, false, false, packet),
                allowance,
                edge.clock(),
                fate -> edge.told(known, fate));
        this.pressure = edge.pressure()
                .gauge(
                        known.device(),
                        pipe,
                        () -> hangUp(
                                "busy",
                                "it was heard while nothing more could be kept, and must send that again",
                                MqttDisconnectReasonCode.SERVER_BUSY));
    }

    void open() {
        pipe.belongsTo(known.id(), edge.log(), this::goodbye);
        pipe.gatherFlushes();
        endpoint.publishHandler(message -> guard("PUBLISH", () -> publish(message)))
                .publishReleaseHandler(id -> guard("PUBREL", () -> {
                    received.remove(id);
                    endpoint.publishComplete(id);
                }))
                .publishAcknowledgeHandler(outbox::answered)
                .subscribeHandler(message -> guard("SUBSCRIBE", () -> subscriptions.subscribe(message)))
                .unsubscribeHandler(message -> guard("UNSUBSCRIBE", () -> subscriptions.unsubscribe(message)))
                .authenticationExchangeHandler(message ->
                        end("wrong packet", "AUTH, after a login by password", MqttDisconnectReasonCode.PROTOCOL_ERROR))
                .disconnectMessageHandler(message ->
                        ended(message.code() == MqttDisconnectReasonCode.NORMAL ? Ending.GOODBYE : Ending.LOSS))
                .exceptionHandler(pipe::fault)
                .closeHandler(closed -> ended(Ending.LOSS));
        endpoint.accept(false, Edge.isMqtt5(endpoint) ? Limits.told(endpoint) : MqttProperties.NO_PROPERTIES);
    }

    /** Vert.x swallows what a handler throws and leaves the device waiting for ever; so a fault ends the connection. */
    private void guard(String packet, Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException e) {
            LOG.error("{} of {} failed; its connection ends so that it comes again.", packet, known.id(), e);
            hangUp(MqttDisconnectReasonCode.UNSPECIFIED_ERROR);
        }
    }

    private void publish(MqttPublishMessage message) {
        if (message.properties().getProperty(MqttProperties.TOPIC_ALIAS) != null) {
            end(
                    "topic alias",
                    "it gives a topic a number, which it was told at its login that it may not",
                    MqttDisconnectReasonCode.TOPIC_ALIAS_INVALID);
            return;
        }
        Topic topic = Topic.parse(message.topicName());
        Known speaker = topic == null ? null : edge.speaker(known, topic);
        if (topic == null || speaker == null) {
            end(
                    "forbidden topic",
                    "it may not publish to " + message.topicName(),
                    MqttDisconnectReasonCode.NOT_AUTHORIZED);
            return;
        }
        int id = message.messageId();
        if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            Boolean durable = received.get(id);
            if (durable != null) {
                if (durable) {
                    endpoint.publishReceived(id);
                }
                return;
            }
        }
        byte[] payload = message.payload().getBytes();
        int cost = Pressure.cost(payload.length);
        Decoded decoded = decode(speaker, topic, message, payload);
        if (!pressure.admit(topic.kind(), cost)) {
            if (decoded instanceof Decoded.Good good && good.message() instanceof Message.Swipe swipe) {
                edge.sites().answer(speaker, good.stamp(), swipe);
            }
            return;
        }
        if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            received.put(id, false);
        }
        MqttQoS quality = message.qosLevel(); // the packet itself need not be kept until the commit
        take(speaker, topic, payload, decoded, () -> {
            pressure.release(cost);
            acknowledge(quality, id);
        });
    }

    /**
     * A message that is sent again and does not say when it was made is of unknown age, like a retained one: it opens
     * nothing.
     */
    private Decoded decode(Known speaker, Topic topic, MqttPublishMessage message, byte[] payload) {
        Decoded decoded = decode(speaker, topic, payload, message.isRetain());
        return message.isDup()
                        && decoded instanceof Decoded.Good good
                        && good.stamp().at() == null
                ? new Decoded.Good(good.stamp().ofUnknownAge(), good.message(), good.body())
                : decoded;
    }

    private Decoded decode(Known speaker, Topic topic, byte[] payload, boolean retained) {
        Instant arrived = edge.clock().instant();
        return Decoder.decode(topic.kind(), speaker.device(), speaker.meter(), payload, arrived, retained);
    }

    private void take(Known speaker, Topic topic, byte[] payload, Decoded decoded, Runnable durable) {
        if (decoded instanceof Decoded.Good good) {
            edge.taken(topic.kind());
            edge.sites().hear(speaker, topic.kind(), good.stamp(), good.message(), good.body(), durable);
        } else if (decoded instanceof Decoded.Ahead ahead) {
            refuse(topic, payload, Fault.BAD_TIME, () -> {});
            take(speaker, topic, payload, ahead.swipe(), durable);
        } else if (decoded instanceof Fault fault) {
            refuse(topic, payload, fault, durable);
        } else {
            durable.run();
        }
    }

    private void refuse(Topic topic, byte[] payload, Fault fault, Runnable durable) {
        String reason = fault.code();
        edge.refused(known.id(), printable(topic.kind()), reason);
        String beginning = printable(PinMask.inFaulty(new String(payload, StandardCharsets.UTF_8)));
        String name = printable(Topic.prefix(topic.site(), topic.device()) + topic.kind());
        Instant now = edge.clock().instant();
        edge.sites().refuse(known.site(), new DeadLetter(now, known.id(), name, reason, beginning), durable);
    }

    private void acknowledge(MqttQoS quality, int id) {
        if (!endpoint.isConnected()) {
            return;
        }
        switch (quality) {
            case AT_LEAST_ONCE -> endpoint.publishAcknowledge(id);
            case EXACTLY_ONCE -> {
                received.replace(id, true);
                endpoint.publishReceived(id);
            }
            case AT_MOST_ONCE, FAILURE -> {}
        }
    }

    /** Tells the device; false where it does not listen. */
    boolean send(String topic, Order order) {
        MqttQoS quality = subscriptions.quality(topic);
        if (quality == null || !endpoint.isConnected()) {
            return false;
        }
        outbox.send(topic, order, quality);
        if (outbox.isStuck()) {
            end(
                    "commands unanswered",
                    "it has left one without PUBACK for " + Outbox.PATIENCE.toSeconds() + " s while others wait",
                    MqttDisconnectReasonCode.UNSPECIFIED_ERROR);
        }
        return true;
    }

    /** Ends the connection and says why, once; a client of MQTT 5 hears the reason. */
    void end(String kind, String why, MqttDisconnectReasonCode reason) {
        pipe.end(kind, why, reason);
    }

    /** Ends the connection for a reason that is said already. */
    void goodbye(MqttDisconnectReasonCode reason) {
        ended(hungUp ? Ending.HANG_UP : Ending.LOSS);
        if (endpoint.isConnected()) {
            endpoint.disconnect(reason, MqttProperties.NO_PROPERTIES);
        }
    }

    /** Ends the connection for a reason of the hub's own, and says which: it is no failure of the device. */
    void hangUp(String kind, String why, MqttDisconnectReasonCode reason) {
        hungUp = true;
        end(kind, why, reason);
    }

    /** The same for a reason that is already said. */
    void hangUp(MqttDisconnectReasonCode reason) {
        hungUp = true;
        goodbye(reason);
    }

    /** Once, whatever ends it first. A will says that the device has failed, so it is for a loss alone. */
    private void ended(Ending ending) {
        if (ended) {
            return;
        }
        ended = true;
        pressure.close();
        Topic will = endpoint.will().isWillFlag() ? Topic.parse(endpoint.will().getWillTopic()) : null;
        Known speaker = will == null ? null : edge.speaker(known, will);
        if (ending == Ending.LOSS && will != null && speaker != null) {
            byte[] payload = endpoint.will().getWillMessageBytes();
            take(speaker, will, payload, decode(speaker, will, payload, false), () -> {});
        }
        edge.gone(this, known, ending);
    }

    private static String printable(String text) {
        byte[] plain = text.replaceAll("\\p{Cntrl}", "\uFFFD").getBytes(StandardCharsets.UTF_8);
        return new String(plain, 0, Math.min(plain.length, DeadLetter.MOST_BYTES), StandardCharsets.UTF_8);
    }
}

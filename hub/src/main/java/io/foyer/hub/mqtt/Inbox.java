package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.Message;
import io.foyer.hub.site.Known;
import io.foyer.hub.site.SiteLoop;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What one device publishes, on its way to the sites. A message is acknowledged when what it changed is durable: PUBACK
 * at QoS 1; at QoS 2 PUBREC, since its sender forgets the message with that.
 */
final class Inbox {
    private final MqttEndpoint endpoint;
    private final Known known;
    private final SiteLoop site;
    private final EdgeServices services;
    private final Pressure.Gauge pressure;
    /** QoS 2 messages between PUBLISH and PUBREL, and whether each is durable. */
    private final Map<Integer, Boolean> received = new HashMap<>();

    Inbox(MqttEndpoint endpoint, Known known, SiteLoop site, EdgeServices services, Pressure.Gauge pressure) {
        this.endpoint = endpoint;
        this.known = known;
        this.site = site;
        this.services = services;
        this.pressure = pressure;
    }

    /** Takes a message on a topic that its device may speak on. */
    void receive(Known speaker, Topic topic, MqttPublishMessage message) {
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
        Decoded decoded = decode(speaker, topic, message, payload);
        Pressure.Share admitted = pressure.admit(topic.kind(), Pressure.cost(payload.length));
        if (admitted == null) {
            decoded.accept(new Unkept(speaker));
            return;
        }
        if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            received.put(id, false);
        }
        MqttQoS quality = message.qosLevel(); // the packet itself need not be kept until the commit
        handOver(decoded, new Admitted(speaker, topic, payload, admitted, () -> acknowledge(quality, id)));
    }

    /** Takes a last will, if it may be kept: it counts like any message. */
    void receiveWill(Known speaker, Topic topic, byte[] payload) {
        Pressure.Share admitted = pressure.admit(topic.kind(), Pressure.cost(payload.length));
        if (admitted != null) {
            Decoded decoded = decode(speaker, topic, payload, false);
            handOver(decoded, new Admitted(speaker, topic, payload, admitted, () -> {}));
        }
    }

    /** The sender of a message at QoS 2 has forgotten it. */
    void release(int id) {
        received.remove(id);
        endpoint.publishComplete(id);
    }

    private Decoded decode(Known speaker, Topic topic, MqttPublishMessage message, byte[] payload) {
        Decoded decoded = decode(speaker, topic, payload, message.isRetain());
        return message.isDup() ? decoded.sentAgain() : decoded;
    }

    private Decoded decode(Known speaker, Topic topic, byte[] payload, boolean retained) {
        Instant arrived = services.clock().instant();
        return Decoder.decode(topic.kind(), speaker.device(), speaker.meter(), payload, arrived, retained);
    }

    private static void handOver(Decoded decoded, Admitted admitted) {
        try {
            decoded.accept(admitted);
        } catch (RuntimeException e) {
            admitted.share.release();
            throw e;
        }
    }

    /** A message that is kept. It runs when it is durable. */
    private final class Admitted implements Decoded.Visitor, Runnable {
        private final Known speaker;
        private final Topic topic;
        private final byte[] payload;
        private final Pressure.Share share;
        private final Runnable durable;

        Admitted(Known speaker, Topic topic, byte[] payload, Pressure.Share share, Runnable durable) {
            this.speaker = speaker;
            this.topic = topic;
            this.payload = payload;
            this.share = share;
            this.durable = durable;
        }

        @Override
        public void good(Decoded.Good good) {
            services.counters().accepted(topic.kind());
            site.hear(speaker.device(), topic.kind(), good.stamp(), good.message(), good.body(), this);
        }

        @Override
        public void ahead(Decoded.Ahead ahead) {
            refuse(topic, payload, Fault.BAD_TIME, () -> {});
            good(ahead.swipe());
        }

        @Override
        public void nothing() {
            run();
        }

        @Override
        public void fault(Fault fault) {
            refuse(topic, payload, fault, this);
        }

        @Override
        public void run() {
            share.release();
            durable.run();
        }
    }

    /** A message for which there is no room now: the door still answers a swipe, and all else is passed over. */
    private final class Unkept implements Decoded.Visitor {
        private final Known speaker;

        Unkept(Known speaker) {
            this.speaker = speaker;
        }

        @Override
        public void good(Decoded.Good good) {
            Message.Swipe swipe = good.message().asSwipe();
            if (swipe != null) {
                site.answer(speaker.device(), good.stamp(), swipe);
            }
        }

        @Override
        public void ahead(Decoded.Ahead ahead) {}

        @Override
        public void nothing() {}

        @Override
        public void fault(Fault fault) {}
    }

    private void refuse(Topic topic, byte[] payload, Fault fault, Runnable durable) {
        String reason = fault.code();
        services.counters().refused(reason);
        services.log().warn("bad message", known.id(), printable(topic.kind()) + ": " + reason);
        String beginning = printable(PinMask.inFaulty(new String(payload, StandardCharsets.UTF_8)));
        String name = printable(Topic.prefix(topic.site(), topic.device()) + topic.kind());
        Instant now = services.clock().instant();
        site.refuse(new DeadLetter(now, known.id(), name, reason, beginning), durable);
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

    private static String printable(String text) {
        byte[] plain = text.replaceAll("\\p{Cntrl}", "\uFFFD").getBytes(StandardCharsets.UTF_8);
        return new String(plain, 0, Math.min(plain.length, DeadLetter.MOST_BYTES), StandardCharsets.UTF_8);
    }
}

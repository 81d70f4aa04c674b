package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.Message;
import io.foyer.hub.site.KnownDevice;
import io.foyer.hub.site.SiteWorker;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the messages that one device publishes, and hands them to the site. The acknowledgement goes out when the
 * changes of the message are durable. It is PUBACK at QoS 1, and PUBREC at QoS 2, because the sender forgets the
 * message then.
 */
final class DeviceInbox {
    private final MqttEndpoint endpoint;
    private final KnownDevice known;
    private final SiteWorker site;
    private final EdgeServices services;
    private final StorePressure.ConnectionGauge pressure;
    /** The QoS 2 messages between PUBLISH and PUBREL: whether each is durable. */
    private final Map<Integer, Boolean> received = new HashMap<>();

    DeviceInbox(
            MqttEndpoint endpoint,
            KnownDevice known,
            SiteWorker site,
            EdgeServices services,
            StorePressure.ConnectionGauge pressure) {
        this.endpoint = endpoint;
        this.known = known;
        this.site = site;
        this.services = services;
        this.pressure = pressure;
    }

    /** Takes a message. The device may publish to this topic. */
    void receive(KnownDevice speaker, DeviceTopic topic, MqttPublishMessage message) {
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
        PayloadResult decoded = decode(speaker, topic, message, payload);
        StorePressure.PressureShare admitted = pressure.admit(topic.kind(), StorePressure.cost(payload.length));
        if (admitted == null) {
            decoded.accept(new DroppedMessage(speaker));
            return;
        }
        if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            received.put(id, false);
        }
        MqttQoS quality = message.qosLevel(); // the packet need not stay in memory until the commit
        handOver(decoded, new AdmittedMessage(speaker, topic, payload, admitted, () -> acknowledge(quality, id)));
    }

    /** Takes a last will if there is room for it: a will counts like any message. */
    void receiveWill(KnownDevice speaker, DeviceTopic topic, byte[] payload) {
        StorePressure.PressureShare admitted = pressure.admit(topic.kind(), StorePressure.cost(payload.length));
        if (admitted != null) {
            PayloadResult decoded = decode(speaker, topic, payload, false);
            handOver(decoded, new AdmittedMessage(speaker, topic, payload, admitted, () -> {}));
        }
    }

    /** Forgets a message at QoS 2, as its sender has done. */
    void release(int id) {
        received.remove(id);
        endpoint.publishComplete(id);
    }

    private PayloadResult decode(KnownDevice speaker, DeviceTopic topic, MqttPublishMessage message, byte[] payload) {
        PayloadResult decoded = decode(speaker, topic, payload, message.isRetain());
        return message.isDup() ? decoded.sentAgain() : decoded;
    }

    private PayloadResult decode(KnownDevice speaker, DeviceTopic topic, byte[] payload, boolean retained) {
        Instant arrived = services.clock().instant();
        return PayloadDecoder.decode(topic.kind(), speaker.device(), speaker.meter(), payload, arrived, retained);
    }

    private static void handOver(PayloadResult decoded, AdmittedMessage admitted) {
        try {
            decoded.accept(admitted);
        } catch (RuntimeException e) {
            admitted.share.release();
            throw e;
        }
    }

    /** A message that the hub has room for. {@code run} sends the acknowledgement after the commit. */
    private final class AdmittedMessage implements PayloadResult.PayloadVisitor, Runnable {
        private final KnownDevice speaker;
        private final DeviceTopic topic;
        private final byte[] payload;
        private final StorePressure.PressureShare share;
        private final Runnable durable;

        AdmittedMessage(
                KnownDevice speaker,
                DeviceTopic topic,
                byte[] payload,
                StorePressure.PressureShare share,
                Runnable durable) {
            this.speaker = speaker;
            this.topic = topic;
            this.payload = payload;
            this.share = share;
            this.durable = durable;
        }

        @Override
        public void good(PayloadResult.ValidPayload good) {
            services.counters().accepted(topic.kind());
            site.hear(speaker.device(), topic.kind(), good.stamp(), good.message(), good.body(), this);
        }

        @Override
        public void ahead(PayloadResult.FuturePayload ahead) {
            refuse(topic, payload, PayloadFault.BAD_TIME, () -> {});
            good(ahead.swipe());
        }

        @Override
        public void nothing() {
            run();
        }

        @Override
        public void fault(PayloadFault fault) {
            refuse(topic, payload, fault, this);
        }

        @Override
        public void run() {
            share.release();
            durable.run();
        }
    }

    /** A message without room. The door still answers a swipe; the hub drops everything else. */
    private final class DroppedMessage implements PayloadResult.PayloadVisitor {
        private final KnownDevice speaker;

        DroppedMessage(KnownDevice speaker) {
            this.speaker = speaker;
        }

        @Override
        public void good(PayloadResult.ValidPayload good) {
            Message.CardSwipe swipe = good.message().asSwipe();
            if (swipe != null) {
                site.answer(speaker.device(), good.stamp(), swipe);
            }
        }

        @Override
        public void ahead(PayloadResult.FuturePayload ahead) {}

        @Override
        public void nothing() {}

        @Override
        public void fault(PayloadFault fault) {}
    }

    private void refuse(DeviceTopic topic, byte[] payload, PayloadFault fault, Runnable durable) {
        String reason = fault.code();
        services.counters().refused(reason);
        services.log().warn("bad message", known.id(), printable(topic.kind()) + ": " + reason);
        String beginning = printable(PinMask.inFaulty(new String(payload, StandardCharsets.UTF_8)));
        String name = printable(DeviceTopic.prefix(topic.site(), topic.device()) + topic.kind());
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

package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Disconnection;
import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.site.KnownDevice;
import io.foyer.hub.site.SiteWorker;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection of one device, from its accepted login to its end. */
final class DeviceSession {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceSession.class);

    private final MqttEndpoint endpoint;
    private final KnownDevice known;
    private final SiteWorker site;
    private final EdgeServices services;
    private final DeviceConnection pipe;
    private final StorePressure.ConnectionGauge pressure;
    private final StorePressure.PressureShare share;
    private final DeviceSubscriptions subscriptions;
    private final CommandOutbox outbox;
    private final DeviceInbox inbox;
    private final Instant since;
    private boolean hungUp;
    private boolean ended;

    DeviceSession(
            MqttEndpoint endpoint,
            DeviceConnection pipe,
            KnownDevice known,
            EdgeServices services,
            StorePressure.PressureShare share) {
        this.endpoint = endpoint;
        this.known = known;
        this.services = services;
        this.site = services.sites().worker(known.site());
        this.share = share;
        this.since = services.clock().instant();
        this.pipe = pipe;
        ClientLimits allowance = ClientLimits.of(endpoint.connectProperties(), DeviceEdge.isMqtt5(endpoint));
        this.subscriptions = new DeviceSubscriptions(endpoint, pipe, allowance, known, services);
        this.outbox = new CommandOutbox(
                (topic, payload, quality, packet) -> endpoint.publish(topic, payload, quality, false, false, packet),
                allowance,
                services.clock(),
                this::count);
        this.pressure = services.pressure()
                .gauge(
                        known.device(),
                        pipe.reading(),
                        () -> hangUp(
                                "busy",
                                "the hub had no room for its messages; the device must send them again",
                                MqttDisconnectReasonCode.SERVER_BUSY));
        this.inbox = new DeviceInbox(endpoint, known, site, services, pressure);
    }

    void open() {
        pipe.belongsTo(known.id(), services.log(), this::goodbye);
        endpoint.publishHandler(message -> guard("PUBLISH", () -> publish(message)))
                .publishReleaseHandler(id -> guard("PUBREL", () -> inbox.release(id)))
                .publishAcknowledgeHandler(outbox::answered)
                .subscribeHandler(message -> guard("SUBSCRIBE", () -> subscriptions.subscribe(message)))
                .unsubscribeHandler(message -> guard("UNSUBSCRIBE", () -> subscriptions.unsubscribe(message)))
                .authenticationExchangeHandler(message ->
                        end("wrong packet", "AUTH after a login by password", MqttDisconnectReasonCode.PROTOCOL_ERROR))
                .disconnectMessageHandler(message -> ended(
                        message.code() == MqttDisconnectReasonCode.NORMAL ? Disconnection.GOODBYE : Disconnection.LOSS))
                .exceptionHandler(pipe::fault)
                .closeHandler(closed -> ended(Disconnection.LOSS));
        pipe.keepAlive(ServerLimits.keepAliveS(endpoint));
        endpoint.accept(
                false, DeviceEdge.isMqtt5(endpoint) ? ServerLimits.told(endpoint) : MqttProperties.NO_PROPERTIES);
    }

    /**
     * Ends the connection where a handler fails. Vert.x would swallow the exception, and the device would wait for
     * ever.
     */
    private void guard(String packet, Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException e) {
            LOG.error(
                    "{} of {} failed. The connection ends, so that the device connects again.", packet, known.id(), e);
            hangUp(MqttDisconnectReasonCode.UNSPECIFIED_ERROR);
        }
    }

    private void publish(MqttPublishMessage message) {
        if (message.properties().getProperty(MqttProperties.TOPIC_ALIAS) != null) {
            end(
                    "topic alias",
                    "the device uses a topic alias; the login allows none (Topic Alias Maximum 0)",
                    MqttDisconnectReasonCode.TOPIC_ALIAS_INVALID);
            return;
        }
        DeviceTopic topic = DeviceTopic.parse(message.topicName());
        KnownDevice speaker = topic == null ? null : services.rights().speaker(known, topic);
        if (topic == null || speaker == null) {
            end(
                    "forbidden topic",
                    "the device may not publish to " + message.topicName(),
                    MqttDisconnectReasonCode.NOT_AUTHORIZED);
            return;
        }
        inbox.receive(speaker, topic, message);
    }

    /** Sends an order to the device. False where the device does not listen. */
    boolean send(String topic, DoorOrder order) {
        MqttQoS quality = subscriptions.quality(topic);
        if (quality == null || !endpoint.isConnected() || !pipe.isWritable()) {
            return false;
        }
        outbox.send(topic, order, quality);
        if (outbox.isStuck()) {
            pipe.endSoon(
                    "commands unanswered",
                    "no PUBACK to a command for " + CommandOutbox.PATIENCE.toSeconds() + " s while others wait",
                    MqttDisconnectReasonCode.UNSPECIFIED_ERROR);
        }
        return true;
    }

    private void count(CommandOutbox.CommandFate fate) {
        services.counters().command(Code.of(fate));
        if (fate == CommandOutbox.CommandFate.TOO_LARGE) {
            services.log()
                    .warn(
                            "command too large",
                            known.id(),
                            "the command is larger than the device's Maximum Packet Size");
        }
    }

    /** True where the device has subscribed to a topic. */
    boolean hears(String topic) {
        return subscriptions.quality(topic) != null;
    }

    KnownDevice known() {
        return known;
    }

    SiteWorker site() {
        return site;
    }

    Instant since() {
        return since;
    }

    /** Ends the connection and logs the reason, once. A client of MQTT 5 gets the reason. */
    void end(String kind, String why, MqttDisconnectReasonCode reason) {
        pipe.end(kind, why, reason);
    }

    /** Ends the connection for a reason that is already logged. */
    void goodbye(MqttDisconnectReasonCode reason) {
        ended(hungUp ? Disconnection.HANG_UP : Disconnection.LOSS);
        if (endpoint.isConnected()) {
            endpoint.disconnect(reason, MqttProperties.NO_PROPERTIES);
        }
    }

    /** Ends the connection for a reason of the hub itself, and logs it. The device has not failed. */
    void hangUp(String kind, String why, MqttDisconnectReasonCode reason) {
        hungUp = true;
        end(kind, why, reason);
    }

    /** Ends the connection for a reason of the hub itself that is already logged. */
    void hangUp(MqttDisconnectReasonCode reason) {
        hungUp = true;
        goodbye(reason);
    }

    /**
     * Ends the session once, whatever ended it first. Only a lost connection publishes the will: a will says that the
     * device has failed.
     */
    private void ended(Disconnection ending) {
        if (ended) {
            return;
        }
        ended = true;
        pipe.sever();
        DeviceTopic will =
                endpoint.will().isWillFlag() ? DeviceTopic.parse(endpoint.will().getWillTopic()) : null;
        KnownDevice speaker = will == null ? null : services.rights().speaker(known, will);
        try {
            if (ending == Disconnection.LOSS && will != null && speaker != null) {
                inbox.receiveWill(speaker, will, endpoint.will().getWillMessageBytes());
            }
        } finally {
            pressure.close();
            outbox.close();
            leave(ending);
        }
    }

    /** Tells the site about the end, unless the device has another session already. */
    private void leave(Disconnection ending) {
        if (services.sessions().remove(this)) {
            services.hearing().changed(known.id());
            site.gone(known.device(), ending, () -> share.release(1));
        } else {
            share.release(1);
        }
    }
}

package io.foyer.simulators;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real MQTT server that keeps what it is sent and acknowledges when its test says so. Passwords are demo-ID. */
public final class HubStandIn implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Received> arrivals = new LinkedBlockingQueue<>();
    private final List<Received> all = new CopyOnWriteArrayList<>();
    private final List<MqttEndpoint> connections = new CopyOnWriteArrayList<>();
    private final int dropAt;
    private final MqttServer server;
    private volatile boolean acknowledging = true;
    private volatile boolean unlocking = true;

    /** A message, with what is needed to acknowledge it later. */
    public record Received(MqttEndpoint from, int packet, String topic, JsonObject body) {
        public String device() {
            return from.clientIdentifier();
        }

        public void acknowledge() {
            from.publishAcknowledge(packet);
        }
    }

    public HubStandIn() {
        this(0, 0);
    }

    /** @param dropAt closes the connection, once, instead of acknowledging this message; 0: never */
    public HubStandIn(int port, int dropAt) {
        this.dropAt = dropAt;
        server = MqttServer.create(
                vertx, new MqttServerOptions().setHost("127.0.0.1").setPort(port));
        server.endpointHandler(this::welcome).listen().await();
    }

    public int port() {
        return server.actualPort();
    }

    public Map<String, String> environment() {
        return Map.of("FOYER_MQTT_PORT", String.valueOf(port()));
    }

    public void holdAcknowledgements() {
        acknowledging = false;
    }

    public void acknowledgeAtOnce() {
        acknowledging = true;
    }

    /** The next message; a failure if there is none for half a minute. */
    public Received next() throws InterruptedException {
        Received next = arrivals.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no message arrived");
        }
        return next;
    }

    public boolean isQuiet(long millis) throws InterruptedException {
        return arrivals.poll(millis, TimeUnit.MILLISECONDS) == null;
    }

    public List<Received> all() {
        return all;
    }

    public void dropConnections() {
        connections.forEach(MqttEndpoint::close);
    }

    public int connections() {
        return connections.size();
    }

    private void welcome(MqttEndpoint device) {
        String id = device.clientIdentifier();
        boolean known = device.auth() != null
                && id.equals(device.auth().getUsername())
                && ("demo-" + id).equals(device.auth().getPassword());
        if (!known) {
            device.reject(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
            return;
        }
        connections.add(device);
        device.closeHandler(gone -> connections.remove(device));
        device.publishHandler(message -> receive(device, message));
        device.subscribeHandler(subscribe -> device.subscribeAcknowledge(
                subscribe.messageId(),
                List.of(subscribe.topicSubscriptions().get(0).qualityOfService())));
        device.accept(false);
    }

    private void receive(MqttEndpoint device, MqttPublishMessage message) {
        Received received = new Received(
                device,
                message.messageId(),
                message.topicName(),
                message.payload().toJsonObject());
        all.add(received);
        arrivals.add(received);
        if (received.topic().endsWith("/swipe")) {
            answer(received);
        }
        if (all.size() == dropAt) {
            device.close();
        } else if (acknowledging && device.isConnected()) {
            received.acknowledge();
        }
    }

    /** Whoever holds a card is let in; an answer may come before the acknowledgement. */
    private void answer(Received swipe) {
        JsonObject command = new JsonObject()
                .put("id", "c-" + all.size())
                .put("command", unlocking ? "unlock" : "deny")
                .put("swipe", swipe.body().getString("id"));
        swipe.from()
                .publish(
                        swipe.topic().replace("/swipe", "/command"),
                        command.toBuffer(),
                        MqttQoS.AT_LEAST_ONCE,
                        false,
                        false);
    }

    /** From now on every swipe is refused. */
    public void refuseSwipes() {
        unlocking = false;
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}

package io.foyer.simulators.bench;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the hub is held against: a bare Vert.x MQTT server that knows nobody and keeps nothing. It acknowledges at once
 * and answers a swipe with a command of the usual size. What is published to {@link #BROADCAST} it sends to everybody who
 * has opened a WebSocket. A process of its own, as the hub is.
 */
final class EchoServer {
    private static final String COMMAND = "{\"id\":\"4b1d5a0e-3c55-4a9e-9d2c-0f7f35c2a1de\",\"command\":\"unlock\","
            + "\"door\":\"door-1\",\"seconds\":5,\"expiresAt\":\"2026-11-23T00:59:22.345Z\",\"swipe\":";

    static final String BROADCAST = "broadcast";

    private final Set<ServerWebSocket> viewers = new LinkedHashSet<>();

    private EchoServer() {}

    public static void main(String[] none) {
        Vertx vertx = Vertx.vertx();
        vertx.deployVerticle(new VerticleBase() {
                    @Override
                    public Future<?> start() {
                        return new EchoServer().listen(vertx);
                    }
                })
                .onFailure(Throwable::printStackTrace);
    }

    /** All of it on the loop of the calling context. */
    private Future<?> listen(Vertx vertx) {
        return vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0).setAcceptBacklog(4_096))
                .webSocketHandler(this::meet)
                .listen()
                .compose(http -> MqttServer.create(
                                vertx,
                                new MqttServerOptions().setHost("127.0.0.1").setPort(0))
                        .endpointHandler(this::accept)
                        .listen()
                        .onSuccess(mqtt -> System.out.println("foyer ready http=127.0.0.1:" + http.actualPort()
                                + " mqtt=127.0.0.1:" + mqtt.actualPort())));
    }

    private void meet(ServerWebSocket viewer) {
        viewers.add(viewer);
        viewer.closeHandler(gone -> viewers.remove(viewer));
    }

    private void accept(MqttEndpoint endpoint) {
        endpoint.subscribeHandler(wanted -> endpoint.subscribeAcknowledge(
                wanted.messageId(),
                wanted.topicSubscriptions().stream()
                        .map(one -> one.qualityOfService())
                        .toList()));
        endpoint.publishHandler(message -> {
            if (message.topicName().endsWith("/swipe")) {
                endpoint.publish(commandTopic(message), command(message), MqttQoS.AT_LEAST_ONCE, false, false);
            } else if (message.topicName().equals(BROADCAST)) {
                String frame = message.payload().toString(StandardCharsets.UTF_8);
                viewers.forEach(viewer -> viewer.writeTextMessage(frame));
            }
            endpoint.publishAcknowledge(message.messageId());
        });
        endpoint.accept(false);
    }

    private static String commandTopic(MqttPublishMessage message) {
        return message.topicName().replace("/swipe", "/command");
    }

    /** The swipe's id is the first field of its payload. */
    private static Buffer command(MqttPublishMessage message) {
        String swipe = message.payload().toString(StandardCharsets.UTF_8);
        String id = swipe.substring(swipe.indexOf(':') + 1, swipe.indexOf(','));
        return Buffer.buffer(COMMAND + id + "}");
    }
}

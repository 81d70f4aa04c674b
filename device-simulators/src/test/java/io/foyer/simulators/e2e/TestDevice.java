package io.foyer.simulators.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A device as a maker would write it, with HiveMQ's client of MQTT 5 and the password {@code demo-} + its id. */
final class TestDevice implements AutoCloseable {
    static final int PATIENCE_S = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final Mqtt5AsyncClient client;
    private final CompletableFuture<Mqtt5DisconnectReasonCode> ended = new CompletableFuture<>();
    private final BlockingQueue<JsonNode> commands = new LinkedBlockingQueue<>();

    private TestDevice(HubProcess hub, String id) {
        this.id = id;
        client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(hub.mqttPort())
                .addDisconnectedListener(gone -> ended.complete(reason(gone.getCause())))
                .buildAsync();
    }

    static TestDevice connect(HubProcess hub, String id) {
        TestDevice device = new TestDevice(hub, id);
        await(device.client
                .connectWith()
                .simpleAuth()
                .username(id)
                .password(("demo-" + id).getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send());
        return device;
    }

    private static Mqtt5DisconnectReasonCode reason(Throwable cause) {
        return cause instanceof Mqtt5DisconnectException told
                ? told.getMqttMessage().getReasonCode()
                : Mqtt5DisconnectReasonCode.UNSPECIFIED_ERROR;
    }

    /** Listens to its commands from now on. */
    TestDevice listening() {
        await(client.subscribeWith()
                .topicFilter(topic("command"))
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(command -> commands.add(json(command)))
                .send());
        return this;
    }

    private static JsonNode json(Mqtt5Publish command) {
        if (command.isRetain()) {
            throw new AssertionError("a command is never retained");
        }
        try {
            return JSON.readTree(command.getPayloadAsBytes());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    String topic(String kind) {
        return "foyer/" + Annex.SITE + "/" + id + "/" + kind;
    }

    /** Sends at QoS 1 and waits for the PUBACK. */
    void tell(String kind, String payload) {
        await(send(topic(kind), payload.getBytes(StandardCharsets.UTF_8), false));
    }

    void tellRetained(String kind, String payload) {
        await(send(topic(kind), payload.getBytes(StandardCharsets.UTF_8), true));
    }

    /** Sends at QoS 1; the future succeeds at the PUBACK and fails with the connection. */
    CompletableFuture<Mqtt5PublishResult> send(String kind, String payload) {
        return send(topic(kind), payload.getBytes(StandardCharsets.UTF_8), false);
    }

    CompletableFuture<Mqtt5PublishResult> send(String topic, byte[] payload, boolean retain) {
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .retain(retain)
                .send();
    }

    /** The next command that the hub sends. */
    JsonNode command() {
        try {
            JsonNode command = commands.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (command == null) {
                throw new AssertionError("no command came for " + id);
            }
            return command;
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    /** Why the connection ended, once it has. */
    Mqtt5DisconnectReasonCode ended() {
        return await(ended);
    }

    boolean isConnected() {
        return client.getState().isConnected();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static AssertionError interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new AssertionError("interrupted", stopped);
    }

    /** Says goodbye, if it has not been shown out; of a hub that was just killed it may not know yet. */
    @Override
    public void close() {
        if (isConnected()) {
            await(client.disconnect().exceptionally(gone -> null));
        }
    }
}

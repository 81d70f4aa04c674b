package io.foyer.simulators.device;

import io.foyer.simulators.setting.Account;
import io.foyer.simulators.setting.HubAddress;
import io.foyer.simulators.setting.Refusal;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import io.vertx.mqtt.MqttConnectionException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One device's MQTT connection. What is sent is sent again on each new connection until the hub acknowledges it (QoS 1),
 * in the same order; a lost connection is tried again, ever more slowly. It gives up with a {@link Refusal} when the hub
 * refuses the login, or stays out of reach or without any acknowledgement for longer than its patience.
 *
 * <p>All of it runs on the event loop that calls {@link #open()}. How much may be unacknowledged is the sender's to bound.
 */
public final class DeviceConnection {
    private static final int CONNECT_TIMEOUT_MS = 5_000;

    private final Vertx vertx;
    private final HubAddress hub;
    private final Account account;
    private final Patience patience;
    private final Set<Outgoing> unacknowledged = new LinkedHashSet<>();
    private final Promise<Void> opened = Promise.promise();
    private final Promise<Void> failed = Promise.promise();
    private @Nullable Session session;
    private @Nullable Consumer<Buffer> commands;
    private boolean closing;
    private boolean cut;
    private boolean wasConnected;
    private boolean inTrouble = true;
    private long troubleSince = System.nanoTime();
    private int attempts;

    public DeviceConnection(Vertx vertx, HubAddress hub, Account account, Patience patience) {
        this.vertx = vertx;
        this.hub = hub;
        this.account = account;
        this.patience = patience;
    }

    /** To be called before {@link #open()}: also hears commands, and leaves a last will. */
    public DeviceConnection obeying(Consumer<Buffer> how) {
        commands = how;
        return this;
    }

    /** Completes at the first login; fails with a {@link Refusal}. */
    public Future<Void> open() {
        connect();
        return opened.future();
    }

    /** Fails with a {@link Refusal} if the device gives up later; never succeeds. */
    public Future<Void> failure() {
        return failed.future();
    }

    public boolean connected() {
        return session != null;
    }

    public void send(Outgoing message) {
        unacknowledged.add(message);
        if (session != null) {
            session.publish(message);
        }
    }

    /** How many messages wait for their acknowledgement. */
    public int unacknowledged() {
        return unacknowledged.size();
    }

    /** Has no connection until {@link #mend()}; what is sent meanwhile waits. */
    public void cut() {
        cut = true;
        Session was = session;
        session = null;
        if (was != null) {
            was.client.disconnect();
        }
    }

    /** Ends a cut. */
    public void mend() {
        if (cut) {
            cut = false;
            connect();
        }
    }

    /** Says goodbye to the hub. */
    public Future<Void> close() {
        closing = true;
        return session == null ? Future.succeededFuture() : session.client.disconnect();
    }

    private void connect() {
        if (closing) {
            return;
        }
        Session attempt = new Session();
        attempt.client
                .connect(hub.port(), hub.host())
                .timeout(CONNECT_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .compose(welcome -> attempt.subscribe())
                .onSuccess(subscribed -> connected(attempt))
                .onFailure(cause -> {
                    attempt.client.disconnect();
                    notConnected(cause);
                });
    }

    private void connected(Session attempt) {
        if (cut || closing) {
            attempt.client.disconnect();
            return;
        }
        session = attempt;
        wasConnected = true;
        inTrouble = !unacknowledged.isEmpty();
        unacknowledged.forEach(attempt::publish);
        opened.tryComplete();
    }

    private void notConnected(Throwable cause) {
        if (cause instanceof MqttConnectionException refused
                && refused.code() != MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE) {
            giveUp("The hub at " + hub + " refuses the login of device " + account + " (" + refused.code()
                    + "). Give the hub the same site file (./foyer reload), or mend the device's password in it.");
        } else {
            tryAgain(String.valueOf(cause.getMessage()));
        }
    }

    private void lost(Session gone) {
        if (session == gone) {
            session = null;
            tryAgain("it closes the connection");
        }
    }

    private void tryAgain(String reason) {
        if (closing || cut) {
            return;
        }
        if (!inTrouble) {
            inTrouble = true;
            troubleSince = System.nanoTime();
            attempts = 0;
        }
        Duration trouble = Duration.ofNanos(System.nanoTime() - troubleSince);
        if (trouble.compareTo(wasConnected ? patience.again() : patience.first()) < 0) {
            vertx.setTimer(Patience.backoffMs(attempts++), timer -> connect());
        } else if (wasConnected) {
            giveUp("The hub at " + hub + " has acknowledged nothing of device " + account + " for "
                    + trouble.toSeconds() + " s (last: " + reason
                    + "). See that it runs, and start the same command again.");
        } else {
            giveUp("No hub answers device " + account + " at " + hub + ", tried for " + trouble.toSeconds()
                    + " s (last: " + reason + "). Start it with ./foyer hub, or say where it is with FOYER_MQTT_HOST"
                    + " and FOYER_MQTT_PORT.");
        }
    }

    private void giveUp(String message) {
        closing = true;
        Refusal refusal = new Refusal(message);
        opened.tryFail(refusal);
        failed.tryFail(refusal);
    }

    /** One connection with its own packet ids; an acknowledgement of an earlier one cannot be taken for its own. */
    private final class Session {
        private final MqttClient client;
        private final Map<Integer, Outgoing> sent = new HashMap<>();

        private Session() {
            MqttClientOptions options = new MqttClientOptions();
            options.setConnectTimeout(CONNECT_TIMEOUT_MS);
            options.setTcpNoDelay(true);
            options.setClientId(account.device());
            options.setUsername(account.device()).setPassword(account.password());
            options.setMaxInflightQueue(Integer.MAX_VALUE);
            if (commands != null) {
                options.setWillFlag(true).setWillQoS(1).setWillTopic(account.topic("status"));
                options.setWillMessageBytes(Buffer.buffer("{\"online\":false}"));
            }
            client = MqttClient.create(vertx, options);
            client.publishCompletionHandler(this::acknowledged);
            client.closeHandler(gone -> lost(this));
        }

        private Future<?> subscribe() {
            Consumer<Buffer> obey = commands;
            if (obey == null) {
                return Future.succeededFuture();
            }
            client.publishHandler(message -> obey.accept(message.payload()));
            return client.subscribe(account.topic("command"), 1);
        }

        private void publish(Outgoing message) {
            client.publish(message.topic(), message.payload(), MqttQoS.AT_LEAST_ONCE, false, false)
                    .onSuccess(packet -> sent.put(packet, message));
        }

        private void acknowledged(Integer packet) {
            Outgoing message = sent.remove(packet);
            if (message != null && unacknowledged.remove(message)) {
                inTrouble = false;
                message.acknowledged().run();
            }
        }
    }
}

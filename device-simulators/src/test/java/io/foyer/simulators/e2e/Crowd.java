package io.foyer.simulators.e2e;

import static org.awaitility.Awaitility.await;

import io.foyer.simulators.device.DeviceConnection;
import io.foyer.simulators.device.Outgoing;
import io.foyer.simulators.device.Patience;
import io.foyer.simulators.setting.Account;
import io.foyer.simulators.setting.HubAddress;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Line counters that send, all together, so many QoS 1 messages a second, each of one person who enters, each with an
 * id. What is not acknowledged is sent again after a reconnect; no device has more than a thousand under way.
 */
final class Crowd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TICK_MS = 10;
    private static final int MOST_UNDER_WAY = 1_000;

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private volatile boolean sending = true;

    /** One device with what it has sent; only its acknowledgements tell what the hub must know. */
    private final class Line {
        private final DeviceConnection connection;
        private final Account account;
        private final String prefix;
        private final AtomicLong sent = new AtomicLong();
        private final AtomicLong acknowledged = new AtomicLong();
        private long due;

        Line(HubAddress hub, String device, String prefix) {
            this.account = new Account(Annex.SITE, device, "demo-" + device, ZoneOffset.UTC);
            this.prefix = prefix;
            this.connection = new DeviceConnection(
                    vertx, hub, account, new Patience(Duration.ofMinutes(1), Duration.ofMinutes(5)));
        }

        /** What the connection could not take in time is let go: the rate is of now. */
        void tick(int perSecond) {
            due += perSecond;
            int turns = 1_000 / TICK_MS;
            while (due >= turns) {
                due -= turns;
                if (sent.get() - acknowledged.get() < MOST_UNDER_WAY) {
                    String payload = "{\"id\":\"" + prefix + sent.incrementAndGet() + "\",\"in\":1}";
                    connection.send(new Outgoing(
                            account.topic("count"), Buffer.buffer(payload), acknowledged::incrementAndGet));
                }
            }
        }
    }

    /** @param prefix of the ids of their messages */
    Crowd(HubProcess hub, List<String> devices, int perSecond, String prefix) {
        HubAddress address = new HubAddress("127.0.0.1", hub.mqttPort());
        devices.forEach(device -> lines.put(device, new Line(address, device, prefix)));
        context.runOnContext(begin -> {
            lines.values().forEach(line -> line.connection.open());
            vertx.setPeriodic(TICK_MS, tick -> {
                if (sending) {
                    lines.values().forEach(line -> line.tick(perSecond / lines.size()));
                }
            });
        });
    }

    long acknowledged() {
        return lines.values().stream()
                .mapToLong(line -> line.acknowledged.get())
                .sum();
    }

    /** Waits until so many more messages are acknowledged. */
    void awaitMore(long messages) {
        long target = acknowledged() + messages;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> acknowledged() >= target);
    }

    /** Sends no more, waits for the last acknowledgement, and tells how many messages each device has sent. */
    Map<String, Long> finish() {
        sending = false;
        await().atMost(PATIENCE)
                .until(() -> lines.values().stream().allMatch(line -> line.acknowledged.get() == line.sent.get()));
        Map<String, Long> sent = new LinkedHashMap<>();
        lines.forEach((device, line) -> sent.put(device, line.sent.get()));
        return sent;
    }

    @Override
    public void close() {
        TestDevice.await(vertx.close().toCompletionStage().toCompletableFuture());
    }
}

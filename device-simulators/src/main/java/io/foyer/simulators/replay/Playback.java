package io.foyer.simulators.replay;

import static java.util.Objects.requireNonNull;

import io.foyer.simulators.device.DeviceConnection;
import io.foyer.simulators.device.Outgoing;
import io.foyer.simulators.setting.Account;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sends the messages through the devices' connections, in order and in step: no message leaves before all but the
 * {@value #WINDOW} newest have been acknowledged, so no device runs further ahead of another than that.
 */
final class Playback {
    /** Enough to keep the hub's commits full, and less than two recorded hours of three devices every five minutes. */
    static final int WINDOW = 64;

    private final Vertx vertx;
    private final Clock clock;
    private final Iterator<Message> messages;
    private final Map<String, Account> accounts;
    private final Map<String, DeviceConnection> devices;
    private final Pacing pacing;
    private final Progress progress;
    private final TreeSet<Long> open = new TreeSet<>();
    private final Promise<Void> done = Promise.promise();
    private @Nullable Message next;
    private boolean waiting;
    private long sent;

    Playback(
            Vertx vertx,
            Clock clock,
            Iterator<Message> messages,
            Map<String, Account> accounts,
            Map<String, DeviceConnection> devices,
            Pacing pacing,
            Progress progress) {
        this.vertx = vertx;
        this.clock = clock;
        this.messages = messages;
        this.accounts = accounts;
        this.devices = devices;
        this.pacing = pacing;
        this.progress = progress;
    }

    /** Completes when every message is acknowledged; fails if a device gives up or the files are no longer as they were. */
    Future<Void> run() {
        devices.values().forEach(device -> device.failure().onFailure(done::tryFail));
        pump();
        return done.future();
    }

    private void pump() {
        try {
            while (open.isEmpty() || sent - open.first() < WINDOW) {
                if (next == null && !messages.hasNext()) {
                    if (open.isEmpty()) {
                        done.tryComplete();
                    }
                    return;
                }
                Message message = next == null ? messages.next() : next;
                next = message;
                long wait = pacing.wait(message, clock.instant()).toMillis();
                if (wait > 0) {
                    pumpAfter(wait);
                    return;
                }
                next = null;
                send(message);
            }
        } catch (RuntimeException broken) {
            done.tryFail(broken);
        }
    }

    private void pumpAfter(long millis) {
        if (!waiting) {
            waiting = true;
            vertx.setTimer(millis, timer -> {
                waiting = false;
                pump();
            });
        }
    }

    private void send(Message message) {
        long number = sent++;
        open.add(number);
        Instant stamp = pacing.stamp(message);
        Account account = requireNonNull(accounts.get(message.device()));
        DeviceConnection device = requireNonNull(devices.get(message.device()));
        device.send(new Outgoing(account.topic(message.topic()), message.payload(stamp), () -> {
            open.remove(number);
            progress.acknowledged(message, stamp);
            pump();
        }));
    }
}

package io.foyer.simulators.play;

import io.foyer.simulators.sense.Signal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is past, under its own times, as fast as the hub acknowledges it, in order and in step: the newest message
 * that is under way is never more than {@value #WINDOW} messages, or {@link #STEP}, after the oldest.
 */
public final class HistoryPlayer {
    /** Keeps the hub's commits full over all devices; on a working day, about a quarter of an hour. */
    static final int WINDOW = 256;

    /** At night the window would hold hours, and the hub would hear of a morning before the night that it follows. */
    static final Duration STEP = Duration.ofMinutes(10);

    private final Fleet fleet;
    private final Iterator<Signal> signals;
    private final Consumer<Signal> acknowledged;
    private final TreeMap<Long, Instant> open = new TreeMap<>();
    private final Promise<Void> done = Promise.promise();
    private @Nullable Signal next;
    private long sent;
    private boolean pumping;

    /** @param acknowledged hears of each message that the hub has acknowledged */
    public HistoryPlayer(Fleet fleet, Iterator<Signal> signals, Consumer<Signal> acknowledged) {
        this.fleet = fleet;
        this.signals = signals;
        this.acknowledged = acknowledged;
    }

    /** Completes when everything is acknowledged; fails when a device gives up. */
    public Future<Void> play() {
        fleet.failure().onFailure(done::tryFail);
        advance();
        pump();
        return done.future();
    }

    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            for (Signal signal = next; signal != null && isInStep(signal); signal = next) {
                send(signal);
                advance();
            }
            if (open.isEmpty() && next == null) {
                done.tryComplete();
            }
        } catch (RuntimeException broken) {
            done.tryFail(broken);
        } finally {
            pumping = false;
        }
    }

    private void advance() {
        next = signals.hasNext() ? signals.next() : null;
    }

    private boolean isInStep(Signal signal) {
        Map.Entry<Long, Instant> oldest = open.firstEntry();
        return oldest == null
                || (sent - oldest.getKey() < WINDOW
                        && !signal.due().isAfter(oldest.getValue().plus(STEP)));
    }

    private void send(Signal signal) {
        long number = sent++;
        open.put(number, signal.due());
        fleet.send(signal.device(), signal.leaf(), signal.payload("", signal.at(), signal.fields()), () -> {
            open.remove(number);
            acknowledged.accept(signal);
            pump();
        });
    }
}

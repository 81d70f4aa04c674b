package io.foyer.simulators.play;

import io.foyer.simulators.sense.Signal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Sends what is past, under its own times, as fast as the hub acknowledges it, in order and in step: the newest message
 * that is under way is never more than {@value #WINDOW} after the oldest.
 */
public final class HistoryPlayer {
    /** Keeps the hub's commits full over all devices; on a working day, about a quarter of an hour. */
    static final int WINDOW = 256;

    private final Fleet fleet;
    private final Iterator<Signal> signals;
    private final Consumer<Signal> acknowledged;
    private final TreeSet<Long> open = new TreeSet<>();
    private final Promise<Void> done = Promise.promise();
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
        pump();
        return done.future();
    }

    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            while (signals.hasNext() && (open.isEmpty() || sent - open.first() < WINDOW)) {
                send(signals.next());
            }
            if (open.isEmpty() && !signals.hasNext()) {
                done.tryComplete();
            }
        } catch (RuntimeException broken) {
            done.tryFail(broken);
        } finally {
            pumping = false;
        }
    }

    private void send(Signal signal) {
        long number = sent++;
        open.add(number);
        fleet.send(signal.device(), signal.leaf(), signal.payload("", signal.at(), signal.fields()), () -> {
            open.remove(number);
            acknowledged.accept(signal);
            pump();
        });
    }
}

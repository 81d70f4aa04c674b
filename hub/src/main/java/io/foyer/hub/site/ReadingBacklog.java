package io.foyer.hub.site;

import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.MessageStamp;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.site.Batch.BatchEntry;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps late readings beside the ledger, and folds all that wait of a meter into the ledger together: when none has come
 * for a moment, after half a minute, when very many wait, or when somebody asks. So a backlog of a month is folded once,
 * however few messages its device sends before it waits for their acknowledgement.
 *
 * <p>During the fold the messages of the meter wait, in order. The devices' edge limits how many can wait.
 */
final class ReadingBacklog {
    private static final long REST_MS = 250;
    private static final int MOST_RESTS = 120;
    private static final long AGAIN_MS = 1_000;

    private final Site site;
    private final GroupCommit commit;
    private final LateFold folds;
    private final Consumer<DeviceSignal> present;
    private final EffectsReceiver outcome;
    private final Consumer<Runnable> rested;
    private final Consumer<Runnable> later;
    private final Consumer<Runnable> nextTurn;
    private final Map<String, MeterBacklog> backlogs = new HashMap<>();

    /** How many readings of all meters wait; another thread reads it. */
    private final AtomicInteger waiting = new AtomicInteger();

    /** A message, with the code that must run when the message is durable. */
    record DeviceSignal(
            Device device, String kind, MessageStamp stamp, Message message, String body, Runnable durable) {}

    /** Takes the effects of late readings. */
    interface EffectsReceiver {
        void carryOut(Effects effects, Runnable durable);
    }

    private static final class MeterBacklog {
        /** How many readings wait for a fold. */
        private int late;

        /** The messages that wait while nobody else may change the book; null while anybody may. */
        private @Nullable Deque<DeviceSignal> held;

        private final Deque<Supplier<Future<?>>> work = new ArrayDeque<>();
        private boolean watched;
    }

    /** @param present applies a signal that need not wait */
    ReadingBacklog(
            Site site, SiteServices services, LateFold folds, Consumer<DeviceSignal> present, EffectsReceiver outcome) {
        this.site = site;
        this.commit = services.commit();
        this.folds = folds;
        this.present = present;
        this.outcome = outcome;
        this.rested = services.loop().after(REST_MS);
        this.later = services.loop().after(AGAIN_MS);
        this.nextTurn = services.loop().after(1);
        services.metrics()
                .gauge("foyer.readings.late", Tags.of("site", site.definition().site()), waiting);
    }

    void sort(DeviceSignal signal) {
        String meter = Objects.requireNonNull(signal.device.meter(), "only meters have a backlog");
        MeterBacklog backlog = backlogs.get(meter);
        if (backlog != null && backlog.held != null) {
            backlog.held.add(signal);
        } else {
            take(meter, signal);
        }
    }

    private void take(String meter, DeviceSignal signal) {
        Message.MeterReport report = signal.message.asReport();
        if (report == null || !site.isLate(signal.device, signal.stamp, signal.message)) {
            present.accept(signal);
            return;
        }
        Effects effects = site.hearLate(signal.device, signal.kind, signal.stamp, report, signal.body);
        outcome.carryOut(effects, signal.durable);
        if (!effects.isEmpty()) {
            wait(meter, of(meter));
        }
    }

    private MeterBacklog of(String meter) {
        return backlogs.computeIfAbsent(meter, any -> new MeterBacklog());
    }

    /** One more waits. */
    private void wait(String meter, MeterBacklog backlog) {
        backlog.late++;
        waiting.incrementAndGet();
        if (backlog.late >= LateFold.MOST) {
            begin(meter, backlog);
        } else if (!backlog.watched) {
            backlog.watched = true;
            watch(meter, backlog, backlog.late, 0);
        }
    }

    private void watch(String meter, MeterBacklog backlog, int seen, int rests) {
        rested.accept(() -> {
            if (backlog.late == 0 || backlog.held != null) {
                backlog.watched = false;
            } else if (backlog.late == seen || rests == MOST_RESTS) {
                backlog.watched = false;
                begin(meter, backlog);
            } else {
                watch(meter, backlog, backlog.late, rests + 1);
            }
        });
    }

    /** Folds what waited when the hub stopped. */
    void resume(Collection<String> meters) {
        meters.forEach(meter -> {
            of(meter).late++;
            waiting.incrementAndGet();
            begin(meter, of(meter));
        });
    }

    /** Folds all that waits now. Succeeds when it stands in the ledger. */
    Future<Void> folded() {
        List<Future<?>> all = new ArrayList<>();
        backlogs.forEach((meter, backlog) -> {
            if (backlog.late > 0 || backlog.held != null) {
                all.add(alone(meter, Future::succeededFuture));
            }
        });
        return Future.all(all).mapEmpty();
    }

    /**
     * Does work on a meter while no message of the meter is heard. The journal has all readings that came before, and the
     * ledger has them folded in. Messages are heard again when all that the work gave to the store is settled.
     */
    <T> Future<T> alone(String meter, Supplier<Future<T>> work) {
        Promise<T> done = Promise.promise();
        MeterBacklog backlog = of(meter);
        backlog.work.add(() -> work.get().onComplete(done));
        begin(meter, backlog);
        return done.future();
    }

    private void begin(String meter, MeterBacklog backlog) {
        if (backlog.held == null) {
            backlog.held = new ArrayDeque<>();
            goOnSettled(meter, backlog);
        }
    }

    /** An empty entry of the batch comes first: the journal has all before it only after its commit. */
    private void goOnSettled(String meter, MeterBacklog backlog) {
        commit.add(new BatchEntry(site.definition().site(), List.of()), () -> goOn(meter, backlog));
    }

    private void goOn(String meter, MeterBacklog backlog) {
        Supplier<Future<?>> work = backlog.late > 0 ? null : backlog.work.poll();
        if (backlog.late > 0) {
            folds.fold(meter)
                    .onSuccess(any -> {
                        waiting.addAndGet(-backlog.late);
                        backlog.late = 0;
                        goOnSettled(meter, backlog);
                    })
                    .onFailure(away -> later.accept(() -> goOn(meter, backlog)));
        } else if (work != null) {
            work.get().onComplete(any -> goOnSettled(meter, backlog));
        } else {
            release(meter, backlog);
        }
    }

    private void release(String meter, MeterBacklog backlog) {
        Deque<DeviceSignal> held = Objects.requireNonNull(backlog.held, "nothing waits");
        for (int i = 0; i < LoopSlices.A_TURN && !held.isEmpty(); i++) {
            take(meter, held.remove());
        }
        if (!held.isEmpty()) {
            nextTurn.accept(() -> release(meter, backlog));
            return;
        }
        backlog.held = null;
        if (!backlog.work.isEmpty()) {
            begin(meter, backlog);
        } else if (backlog.late == 0) {
            backlogs.remove(meter);
        }
    }
}

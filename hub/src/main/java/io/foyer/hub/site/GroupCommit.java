package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.ChangeAdapter;
import io.foyer.hub.site.Batch.BatchEntry;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open batch and the batch in flight. While one batch is on its way to the store the next one gathers, so batches
 * grow with the load. A failed batch is tried again, unchanged, until it is written: nothing is dropped and nothing
 * overtakes. All of this runs on one event loop.
 */
final class GroupCommit {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    /** More would keep the loop from a door for too long, while their rows are made. */
    private static final int MOST_ENTRIES = 500;
    /** So many receipts go out in one turn of the loop. A door need not wait for the others. */
    private static final int RECEIPTS_A_TURN = 250;

    /** From this many waiting entries on, more will come soon. A batch of them is not yet worth its commit. */
    private static final int FEW = 16;

    private static final int MANY = 250;
    private static final long GATHERING_MS = 5;
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 2_000;
    private static final long LONGEST_COMMIT_NS = TimeUnit.SECONDS.toNanos(2);

    private final Vertx vertx;
    private final Journal journal;
    private final MeterRegistry metrics;
    private final Timer commits;
    private final DistributionSummary sizes;
    private final LetterCount letters = new LetterCount();

    private final Queue<DueReceipt> due = new ArrayDeque<>();
    private List<WaitingEntry> open = new ArrayList<>();
    private boolean inFlight;
    private boolean failing;
    private boolean committing;
    private long began;
    private long patienceNs;
    private long added;

    /** An entry that waits for the commit, with its receipt. The entry may be empty where only the order matters. */
    private record WaitingEntry(long number, BatchEntry entry, Receipt receipt) {}

    private record DueReceipt(Receipt receipt, @Nullable String refusal) {}

    /** Runs on this loop when the store has decided about an entry. */
    interface Receipt {
        /** The entry is durable, and {@code refusal} is null; or the entry is a dead letter for this reason. */
        void settled(@Nullable String refusal);
    }

    private final class LetterCount extends ChangeAdapter {
        @Override
        public void letter(Change.DeadLetter letter) {
            metrics.counter("foyer.dead.letters", "reason", letter.reason()).increment();
        }
    }

    GroupCommit(Vertx vertx, Journal journal, MeterRegistry metrics) {
        this.vertx = vertx;
        this.journal = journal;
        this.metrics = metrics;
        this.commits =
                Timer.builder("foyer.commit").publishPercentiles(0.5, 0.99).register(metrics);
        this.sizes = DistributionSummary.builder("foyer.commit.entries").register(metrics);
        metrics.gauge("foyer.commit.waiting", this, self -> self.open.size());
    }

    /** Adds an entry. {@code durable} runs on this loop after the commit of the entry, or of its dead letter. */
    void add(BatchEntry entry, Runnable durable) {
        add(entry, refusal -> durable.run());
    }

    /**
     * Adds an entry. Its receipt comes after the commit of this entry and of all entries before it.
     *
     * @return the number by which the caller can take the entry back
     */
    long add(BatchEntry entry, Receipt receipt) {
        open.add(new WaitingEntry(++added, entry, receipt));
        if (!inFlight && open.size() == 1) {
            // At the end of this turn of the loop, so that all messages of one read go together.
            inFlight = true;
            vertx.runOnContext(turn -> send());
        }
        return added;
    }

    /** Takes an entry back. False where the entry is already on its way to the store. */
    boolean takeBack(long number) {
        return open.removeIf(waiting -> waiting.number == number);
    }

    /** Succeeds after the commit of all entries that wait now. */
    Future<Void> settled() {
        Promise<Void> promise = Promise.promise();
        add(new BatchEntry("", List.of()), () -> promise.tryComplete());
        return promise.future();
    }

    /** False while the store fails, or while it takes too long to answer. */
    boolean isUp() {
        return !failing && !(committing && System.nanoTime() - began > patienceNs);
    }

    private void send() {
        List<WaitingEntry> batch = open.size() <= MOST_ENTRIES ? open : new ArrayList<>(open.subList(0, MOST_ENTRIES));
        open = open.size() <= MOST_ENTRIES
                ? new ArrayList<>()
                : new ArrayList<>(open.subList(MOST_ENTRIES, open.size()));
        List<BatchEntry> entries = batch.stream()
                .map(WaitingEntry::entry)
                .filter(entry -> !entry.changes().isEmpty())
                .toList();
        if (entries.isEmpty()) {
            settled(batch, new BatchRefusals());
        } else {
            sizes.record(entries.size());
            Batch full = new Batch(entries);
            if (full.hasLetters()) {
                full.accept(letters);
            }
            commit(full, batch, FIRST_PAUSE_MS);
        }
    }

    private void commit(Batch batch, List<WaitingEntry> waiting, long pauseMs) {
        committing = true;
        began = System.nanoTime();
        patienceNs = LONGEST_COMMIT_NS + batch.patience().toNanos();
        journal.commit(batch).onComplete(done -> {
            committing = false;
            if (done.succeeded()) {
                commits.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                if (failing) {
                    failing = false;
                    LOG.info("The database takes changes again.");
                }
                settled(waiting, done.result());
            } else {
                if (!failing) {
                    failing = true;
                    LOG.warn(
                            "The database takes no changes. Doors decide all the same, everything else waits: {}",
                            done.cause().toString());
                }
                vertx.setTimer(pauseMs, id -> commit(batch, waiting, Math.min(2 * pauseMs, LONGEST_PAUSE_MS)));
            }
        });
    }

    private void settled(List<WaitingEntry> batch, BatchRefusals refusals) {
        boolean isIdle = due.isEmpty();
        batch.forEach(waiting -> due.add(new DueReceipt(waiting.receipt, refusals.of(waiting.entry))));
        if (isIdle) {
            receipts();
        }
        inFlight = !open.isEmpty();
        if (inFlight && open.size() >= FEW && open.size() < MANY) {
            vertx.setTimer(GATHERING_MS, id -> send());
        } else if (inFlight) {
            vertx.runOnContext(turn -> send());
        }
    }

    private void receipts() {
        for (int i = 0; i < RECEIPTS_A_TURN && !due.isEmpty(); i++) {
            DueReceipt next = due.remove();
            try {
                next.receipt.settled(next.refusal);
            } catch (RuntimeException e) {
                LOG.error("A receipt failed. The other receipts go on.", e);
            }
        }
        if (!due.isEmpty()) {
            vertx.runOnContext(turn -> receipts());
        }
    }
}

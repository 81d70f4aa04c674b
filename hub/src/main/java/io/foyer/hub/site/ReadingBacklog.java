package io.foyer.hub.site;

import static java.util.Comparator.comparing;

import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.LateReading;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.MessageStamp;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.site.Batch.BatchEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back late readings, and the later messages of their meters, until the late readings are booked. Waiting
 * readings are booked together, so that many of them write a quarter once. Only a part is booked at a time, so that
 * doors get answers in between. The devices' edge limits how many can wait.
 */
final class ReadingBacklog {
    /** The readings of one part: at most this much time and this many. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private static final int MOST = LoopSlices.A_TURN;

    /**
     * The first try reads this much of the journal around the late readings. A try that is not enough reads more by a
     * factor.
     */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final int WIDER = 4;
    private static final long AGAIN_MS = 1_000;

    /**
     * A device that waits for acknowledgements sends its next messages when they come. This pause lets one part book
     * those too.
     */
    private static final long GATHERING_MS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ReadingBacklog.class);

    private final Site site;
    private final GroupCommit commit;
    private final Journal journal;
    private final Clock clock;
    private final Consumer<DeviceSignal> present;
    private final EffectsReceiver outcome;
    private final Consumer<Runnable> later;
    private final Consumer<Runnable> nextTurn;
    private final Consumer<Runnable> gathered;
    /** By meter: the messages that must wait, in order. */
    private final Map<String, Deque<DeviceSignal>> held = new HashMap<>();

    /** A message, with the code that must run when the message is durable. */
    record DeviceSignal(
            Device device, String kind, MessageStamp stamp, Message message, String body, Runnable durable) {}

    /** Takes the effects of late readings. */
    interface EffectsReceiver {
        void carryOut(Effects effects, Runnable durable);
    }

    /** @param present applies a signal that need not wait */
    ReadingBacklog(Site site, SiteServices services, Consumer<DeviceSignal> present, EffectsReceiver outcome) {
        this.site = site;
        this.commit = services.commit();
        this.journal = services.journal();
        this.clock = services.clock();
        this.present = present;
        this.outcome = outcome;
        this.later = services.loop().after(AGAIN_MS);
        this.nextTurn = services.loop().after(1);
        this.gathered = services.loop().after(GATHERING_MS);
    }

    void sort(DeviceSignal signal) {
        String meter = Objects.requireNonNull(signal.device.meter(), "only meters have a backlog");
        Deque<DeviceSignal> waiting = held.get(meter);
        if (waiting != null) {
            waiting.add(signal);
        } else if (isLate(signal)) {
            held.put(meter, new ArrayDeque<>(List.of(signal)));
            book(meter);
        } else {
            present.accept(signal);
        }
    }

    private boolean isLate(DeviceSignal signal) {
        return site.isLate(signal.device, signal.stamp, signal.message)
                && !site.isRepeat(signal.device.id(), signal.stamp);
    }

    /** An empty entry of the batch comes first: the journal has all readings before it only after its commit. */
    private void book(String meter) {
        commit.add(
                new BatchEntry(site.definition().site(), List.of()),
                () -> gathered.accept(() -> {
                    List<DeviceSignal> late = next(waiting(meter));
                    if (late.isEmpty()) {
                        goOn(meter);
                    } else {
                        book(meter, late, MARGIN);
                    }
                }));
    }

    /**
     * The oldest late readings that wait, also those behind messages that are not late. Their order does not change the
     * result.
     */
    private List<DeviceSignal> next(Deque<DeviceSignal> waiting) {
        List<DeviceSignal> late = waiting.stream()
                .filter(this::isLate)
                .sorted(comparing(this::timeOf))
                .toList();
        Instant end = late.isEmpty() ? Instant.MIN : timeOf(late.get(0)).plus(LONGEST);
        return late.stream()
                .takeWhile(signal -> !timeOf(signal).isAfter(end))
                .limit(MOST)
                .toList();
    }

    private void book(String meter, List<DeviceSignal> late, Duration margin) {
        Instant from = timeOf(late.get(0));
        Instant to = timeOf(late.get(late.size() - 1));
        journal.readingsAround(site.definition().site(), meter, from, to, margin)
                .onComplete(around -> {
                    if (around.failed()) {
                        String cause = around.cause().toString();
                        LOG.warn("Late readings of {} wait for the database: {}", meter, cause);
                        later.accept(() -> book(meter));
                        return;
                    }
                    List<LateReading> readings =
                            late.stream().map(ReadingBacklog::reading).toList();
                    site.hearLate(meter, readings, around.result(), clock.instant())
                            .ifPresentOrElse(
                                    effects -> booked(meter, late, effects),
                                    () -> book(meter, late, margin.multipliedBy(WIDER)));
                });
    }

    private void booked(String meter, List<DeviceSignal> late, List<Effects> effects) {
        outcome.carryOut(effects.get(0), () -> {});
        for (int i = 0; i < late.size(); i++) {
            outcome.carryOut(effects.get(i + 1), late.get(i).durable);
        }
        Set<DeviceSignal> done = Collections.newSetFromMap(new IdentityHashMap<>());
        done.addAll(late);
        waiting(meter).removeIf(done::contains);
        goOn(meter);
    }

    private void goOn(String meter) {
        Deque<DeviceSignal> waiting = waiting(meter);
        for (int i = 0; i < LoopSlices.A_TURN && !waiting.isEmpty(); i++) {
            if (isLate(waiting.element())) {
                book(meter);
                return;
            }
            present.accept(waiting.remove());
        }
        if (waiting.isEmpty()) {
            held.remove(meter);
        } else {
            nextTurn.accept(() -> goOn(meter));
        }
    }

    private Deque<DeviceSignal> waiting(String meter) {
        return held.getOrDefault(meter, new ArrayDeque<>());
    }

    private Instant timeOf(DeviceSignal signal) {
        return site.timeOf(signal.device, signal.stamp);
    }

    private static LateReading reading(DeviceSignal signal) {
        Message.MeterReport report = Objects.requireNonNull(signal.message.asReport(), "only readings can be late");
        return new LateReading(signal.device, signal.kind, signal.stamp, report, signal.body);
    }
}

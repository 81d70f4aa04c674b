package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.Stamp;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.House;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One site's signals in their order: each is applied at once, its orders go out at once, its changes into the batch. */
final class SiteLoop {
    private static final Logger LOG = LoggerFactory.getLogger(SiteLoop.class);

    /** How much of the journal a late reading is held against at first. */
    private static final Duration MARGIN = Duration.ofHours(24);

    private static final long AGAIN_MS = 1_000;
    private static final long LONGEST_ANSWER_MS = 3_000;

    private final Site site;
    private final GroupCommit commit;
    private final Journal journal;
    private final Devices devices;
    private final Window window;
    private final Clock clock;
    private final Recognition recognition;
    private final Consumer<Runnable> later;
    private final Acts acts;
    /** By meter: what must wait until a late reading is booked. */
    private final Map<String, Queue<Signal>> held = new HashMap<>();

    /** A message with who must hear that it is durable. */
    private record Signal(Device device, String kind, Stamp stamp, Message message, String body, Runnable durable) {}

    SiteLoop(
            Site site,
            GroupCommit commit,
            Journal journal,
            Devices devices,
            Window window,
            Clock clock,
            Recognition recognition,
            LongFunction<Consumer<Runnable>> after) {
        this.site = site;
        this.commit = commit;
        this.journal = journal;
        this.devices = devices;
        this.window = window;
        this.clock = clock;
        this.recognition = recognition;
        this.later = after.apply(AGAIN_MS);
        this.acts = new Acts(
                site, commit, clock, after.apply(LONGEST_ANSWER_MS), after, effects -> take(effects, () -> {}));
    }

    Site site() {
        return site;
    }

    /** The key under which a credential is kept that a reader may write otherwise. */
    private Credential.Key registered(Credential.Key read) {
        Credential shown = site.doorkeeper().shown(read);
        return shown == null ? read : shown.key();
    }

    Explanation explain(Houses.Question question) {
        String id = site.house().site();
        CredentialType type = question.type();
        String credential = question.credential();
        return site.entrances()
                .explain(
                        recognition.pins().shown(id, type, credential),
                        type == CredentialType.QR ? recognition.passes().read(id, credential) : null,
                        site.house().doors().get(question.door()),
                        question.direction(),
                        question.at());
    }

    /** A person changes something. */
    Future<Reply> change(Act act, String actor) {
        return acts.apply(act, actor);
    }

    void hear(Device device, String kind, Stamp stamp, Message message, String body, Runnable durable) {
        Message recognised = recognition.of(site.house().site(), message, this::registered);
        take(new Signal(device, kind, stamp, recognised, body, durable));
    }

    private void take(Signal signal) {
        String meter = signal.device.meter();
        Queue<Signal> waiting = meter == null ? null : held.get(meter);
        if (waiting != null) {
            waiting.add(signal);
        } else {
            apply(signal);
        }
    }

    private void apply(Signal signal) {
        if (signal.message instanceof Message.Metered late
                && site.isLate(signal.device, signal.stamp, late)
                && !site.isRepeat(signal.device.id(), signal.stamp)) {
            held.put(String.valueOf(signal.device.meter()), new ArrayDeque<>());
            repair(signal, late, MARGIN);
            return;
        }
        take(site.hear(signal.device, signal.kind, signal.stamp, signal.message, signal.body), signal.durable);
    }

    /** What the journal holds around a late reading is whole only after all that came before is committed. */
    private void repair(Signal signal, Message.Metered late, Duration margin) {
        String meter = String.valueOf(signal.device.meter());
        Instant at = site.timeOf(signal.device, signal.stamp);
        commit.add(nothing(), () -> journal.readingsAround(site.house().site(), meter, at, margin)
                .onComplete(around -> {
                    if (around.failed()) {
                        LOG.warn(
                                "A late reading of {} waits for the database: {}",
                                meter,
                                around.cause().toString());
                        later.accept(() -> repair(signal, late, margin));
                        return;
                    }
                    Optional<Effects> effects =
                            site.hearLate(signal.device, signal.kind, signal.stamp, late, signal.body, around.result());
                    if (effects.isEmpty()) {
                        repair(signal, late, margin.multipliedBy(2));
                        return;
                    }
                    take(effects.get(), signal.durable);
                    goOn(meter);
                }));
    }

    private void goOn(String meter) {
        Queue<Signal> waiting = held.remove(meter);
        while (waiting != null && !waiting.isEmpty()) {
            Signal next = waiting.remove();
            take(next);
        }
    }

    void answer(Device device, Stamp stamp, Message.Swipe swipe) {
        site.answer(device, stamp, recognition.of(site.house().site(), swipe, this::registered))
                .forEach(order -> devices.send(site.house().site(), order));
    }

    void refuse(Change.DeadLetter letter, Runnable durable) {
        commit.add(new Batch.Entry(site.house().site(), List.of(letter)), durable);
    }

    void connected(Device device) {
        show(site.connected(device, clock.instant()));
    }

    void gone(Device device, boolean failed) {
        show(site.gone(device, failed, clock.instant()));
    }

    void tick() {
        if (commit.isUp()) {
            show(site.entrances().settle());
        }
        show(site.tick(clock.instant()));
        window.refresh(clock.instant());
    }

    /** What the store keeps no longer need not be known here either. */
    void forget() {
        site.doorkeeper().forgetEndedBefore(clock.instant().minus(Journal.RESERVATIONS_KEPT));
    }

    void moveTo(House changed) {
        take(site.moveTo(changed, clock.instant()), () -> window.showAll(clock.instant()));
    }

    /** What nobody waits for; where nothing has changed nothing needs to wait for the store either. */
    private void show(Effects effects) {
        if (!effects.isEmpty()) {
            take(effects, () -> {});
        }
    }

    /** Orders go at once; everyone else hears after the commit. */
    void take(Effects effects, Runnable durable) {
        effects.orders().forEach(order -> devices.send(site.house().site(), order));
        commit.add(new Batch.Entry(site.house().site(), effects.changes()), () -> {
            durable.run();
            window.changed(effects, clock.instant());
        });
    }

    private Batch.Entry nothing() {
        return new Batch.Entry(site.house().site(), List.of());
    }
}

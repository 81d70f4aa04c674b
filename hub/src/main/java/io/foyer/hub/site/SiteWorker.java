package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Disconnection;
import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.MessageStamp;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.time.Deadlines;
import io.foyer.hub.site.ReadingBacklog.DeviceSignal;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.CommandContext;
import io.foyer.hub.site.command.JournalCommand;
import io.foyer.hub.site.command.Reply;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Applies the signals of one site in their order. The orders of a signal go out at once. Its changes go into the batch.
 */
public final class SiteWorker {
    private static final long LONGEST_ANSWER_MS = 3_000;

    private final Site site;
    private final GroupCommit commit;
    private final DeviceCommands devices;
    private final SiteView view;
    private final Clock clock;
    private final CredentialRecognition recognition;
    private final LateFold folds;
    private final ReadingBacklog backlogs;
    private final CommandHandler commands;
    private final PeopleImport imports;
    private final SeriesRenewal renewal;
    private final Consumer<@Nullable Instant> agenda;
    private @Nullable Instant planned;

    /** @param agenda takes the instant of the next {@link #tick}; null where only a signal can make work */
    SiteWorker(Site site, SiteServices services, SiteView view, Consumer<@Nullable Instant> agenda) {
        this.site = site;
        this.commit = services.commit();
        this.devices = services.devices();
        this.view = view;
        this.clock = services.clock();
        this.recognition = services.recognition();
        this.agenda = agenda;
        this.folds = new LateFold(site, services, this::carryOut);
        this.backlogs = new ReadingBacklog(site, services, folds, this::apply, this::carryOut);
        CommandContext context = new CommandContext(site, clock, effects -> carryOut(effects, () -> {}));
        this.commands = new CommandHandler(context, commit, services.loop().after(LONGEST_ANSWER_MS));
        this.imports = new PeopleImport(context, commit, services.loop()::after);
        this.renewal = new SeriesRenewal(context, commands, services.loop());
    }

    Site site() {
        return site;
    }

    /** The key under which a credential is registered. A reader may write the key in another way. */
    private Credential.CredentialKey registered(Credential.CredentialKey read) {
        Credential shown = site.doorkeeper().shown(read);
        return shown == null ? read : shown.key();
    }

    Explanation explain(SiteDirectory.AccessQuestion question) {
        String id = site.definition().site();
        CredentialType type = question.type();
        String credential = question.credential();
        return site.doors()
                .explain(
                        recognition.pins().shown(id, type, credential),
                        type == CredentialType.QR ? recognition.passes().read(id, credential) : null,
                        site.definition().doors().get(question.door()),
                        question.direction(),
                        question.at());
    }

    Future<Reply> change(Command command, String actor) {
        if (!(command instanceof JournalCommand asking)
                || !site.definition().meters().containsKey(asking.meter())) {
            return commands.handle(command, actor);
        }
        if (!commit.isUp()) {
            return Future.succeededFuture(new Reply.Unavailability());
        }
        return backlogs.alone(
                        asking.meter(), () -> folds.knowing(asking).compose(knowing -> commands.handle(knowing, actor)))
                .otherwise(new Reply.Unavailability());
    }

    /** Folds the late readings that wait. Succeeds when they stand in the ledger. */
    Future<Void> folded() {
        return backlogs.folded();
    }

    /** Goes on with what waited when the hub stopped. */
    void resume(SiteMemory memory) {
        backlogs.resume(memory.late());
    }

    PeopleImport imports() {
        return imports;
    }

    /** A device has sent a message; {@code durable} runs when all that the message changed is durable. */
    public void hear(Device device, String kind, MessageStamp stamp, Message message, String body, Runnable durable) {
        Message recognised = recognition.of(site.definition().site(), message, this::registered);
        DeviceSignal signal = new DeviceSignal(device, kind, stamp, recognised, body, durable);
        if (device.meter() == null) {
            apply(signal);
        } else {
            backlogs.sort(signal);
        }
    }

    private void apply(DeviceSignal signal) {
        carryOut(
                site.hear(signal.device(), signal.kind(), signal.stamp(), signal.message(), signal.body()),
                signal.durable());
    }

    /** Answers a swipe while nothing more can be kept. The swipe gets no acknowledgement. */
    public void answer(Device device, MessageStamp stamp, Message.CardSwipe swipe) {
        site.answer(device, stamp, recognition.of(site.definition().site(), swipe, this::registered))
                .forEach(order -> devices.send(site.definition().site(), order));
        plan();
    }

    /** Keeps a dead letter of a message that the hub cannot use. */
    public void refuse(Change.DeadLetter letter, Runnable durable) {
        commit.add(new Batch.BatchEntry(site.definition().site(), List.of(letter)), durable);
    }

    /** A device has logged in; {@code durable} runs when all that this changed is durable. */
    public void connected(Device device, Runnable durable) {
        show(site.connected(device, clock.instant()), durable);
    }

    /** The connection of a device has ended. */
    public void gone(Device device, Disconnection ending, Runnable durable) {
        show(site.gone(device, ending, clock.instant()), durable);
    }

    /** Does what time makes due. The agenda calls again in a second unless the site plans otherwise. */
    void tick() {
        planned = Deadlines.AT_ONCE;
        if (commit.isUp()) {
            show(site.doors().settle());
        }
        show(site.tick(clock.instant()));
        view.refresh(clock.instant());
        plan();
    }

    /** Tells the agenda when time alone changes something in this site. */
    void plan() {
        Instant due = site.doors().owes() ? Deadlines.AT_ONCE : Deadlines.earliest(site.due(), view.due());
        if (!Objects.equals(due, planned)) {
            planned = due;
            agenda.accept(due);
        }
    }

    /** Does the work of each day, and forgets what the store no longer keeps. */
    void daily() {
        renewal.look();
        site.doorkeeper().forgetEndedBefore(clock.instant().minus(Journal.RESERVATIONS_KEPT));
    }

    void moveTo(SiteDefinition changed) {
        carryOut(site.moveTo(changed, clock.instant()), () -> view.showAll(clock.instant()));
    }

    private void show(Effects effects) {
        show(effects, () -> {});
    }

    /** Keeps effects and shows them. Effects without a change do not wait for the store. */
    private void show(Effects effects, Runnable durable) {
        if (effects.isEmpty()) {
            durable.run();
            plan();
        } else {
            carryOut(effects, durable);
        }
    }

    /** Sends the orders at once. All others hear of the effects after the commit. */
    void carryOut(Effects effects, Runnable durable) {
        effects.orders().forEach(order -> devices.send(site.definition().site(), order));
        commit.add(new Batch.BatchEntry(site.definition().site(), effects.changes()), () -> {
            durable.run();
            view.changed(effects, clock.instant());
        });
        plan();
    }
}

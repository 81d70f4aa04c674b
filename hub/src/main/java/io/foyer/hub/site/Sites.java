package io.foyer.hub.site;

import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.access.Muster;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.DemandOutlook;
import io.foyer.hub.domain.energy.Repairs;
import io.foyer.hub.domain.occupancy.AccuracyState;
import io.foyer.hub.domain.occupancy.SensorReport;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.FileCredentials;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All sites of this hub, on the one event loop that owns them. The devices' edge calls on that loop. Calls of people
 * may come from any thread and move to the loop.
 */
public final class Sites implements SiteDirectory {
    private static final long TICK_MS = 1_000;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private final EventLoop loop;
    private final Journal journal;
    private final Clock clock;
    private final CredentialRecognition recognition;
    private final GroupCommit commit;
    private final Map<String, SiteWorker> workers = new HashMap<>();
    private final Agenda agenda;
    private final DeviceRoster roster = new DeviceRoster();
    private final Reloads reloads;
    private final MeterRegistry metrics;
    private @Nullable SiteServices services;
    private @Nullable ViewerFeed feed;

    /**
     * A hub that has no site yet. Must be made on the event loop that will own the sites.
     *
     * @param files reads the site files again; may block, and throws {@link IllegalArgumentException} that says what is
     *     wrong
     */
    public Sites(
            EventLoop loop,
            Journal journal,
            Clock clock,
            MeterRegistry metrics,
            Supplier<List<SiteSetup>> files,
            CredentialRecognition recognition) {
        this.loop = loop;
        this.journal = journal;
        this.clock = Clock.tick(clock, Journal.PRECISION);
        this.agenda = new Agenda(loop, this.clock, site -> worker(site).tick());
        this.recognition = recognition;
        this.metrics = metrics;
        this.commit = new GroupCommit(loop.context().owner(), journal, metrics);
        this.reloads = new Reloads(loop, files, roster, this);
    }

    /** Loads every site from the journal. The sites decide when the future succeeds. */
    public Future<Void> start(List<SiteSetup> all, DeviceCommands edge, ViewerFeed viewers) {
        loop.check();
        services = new SiteServices(loop, clock, commit, journal, edge, recognition, metrics);
        feed = viewers;
        Future<Void> started = open(all);
        reloads.occupy(started);
        return started.compose(done -> loop.call(() -> {
            loop.every(TICK_MS, TICK_MS, agenda::second);
            loop.every(1, DAY_MS, this::daily);
            return Future.succeededFuture();
        }));
    }

    void daily() {
        workers.values().forEach(SiteWorker::daily);
    }

    /** Adds new sites. */
    Future<Void> open(List<SiteSetup> all) {
        Instant now = clock.instant();
        // Each site has a turn of its own: the doors of other sites do not wait for all new sites.
        return new SiteMemories(journal)
                .of(all, now)
                .compose(memories -> Future.all(all.stream()
                        .map(one -> loop.call(
                                () -> open(one, memories.get(one.definition().site()), now)))
                        .toList()))
                .compose(done -> loop.call(() -> {
                    roster.enter(all);
                    return Future.succeededFuture();
                }));
    }

    private Future<Void> open(SiteSetup one, @Nullable SiteMemory memory, Instant now) {
        String id = one.definition().site();
        SiteMemory known = Objects.requireNonNull(memory, id);
        Site site = SiteRestoration.site(one.definition(), known, now);
        SiteView view = new SiteView(
                site,
                Objects.requireNonNull(feed, "the sites have not been started"),
                show -> loop.later(() -> {
                    show.run();
                    worker(id).plan();
                }));
        SiteWorker opened = new SiteWorker(site, services(), view, due -> agenda.set(id, due));
        workers.put(id, opened);
        view.begin(known);
        view.showAll(now);
        opened.resume(known);
        return Future.succeededFuture();
    }

    /** The device with this id, or null. */
    public @Nullable KnownDevice known(String device) {
        return roster.known(device);
    }

    /** The gateway that carries the messages of a device, if there is one. */
    public Optional<String> gatewayOf(String device) {
        return roster.gatewayOf(device);
    }

    /** The worker of a known site; only for callers on the sites' event loop. */
    public SiteWorker worker(String site) {
        loop.check();
        return Objects.requireNonNull(workers.get(site), site);
    }

    /** Succeeds when all that the sites have heard is durable; never while the journal fails. */
    public Future<Void> settled() {
        return loop.call(commit::settled);
    }

    /** False while the journal fails. */
    public boolean isDurable() {
        return commit.isUp();
    }

    @Override
    public List<SiteDefinition> definitions() {
        return roster.all().stream().map(SiteSetup::definition).toList();
    }

    @Override
    public Optional<SiteDefinition> definition(String site) {
        return roster.of(site).map(SiteSetup::definition);
    }

    public Optional<SiteSetup> setup(String site) {
        return roster.of(site);
    }

    @Override
    public Future<Reply> change(String site, Command command, String actor) {
        return reply(site, known -> known.change(command, actor));
    }

    @Override
    public Future<Reply> importPeople(String site, PeopleFile file, String actor) {
        return reply(site, known -> known.imports().begin(file, actor));
    }

    @Override
    public Future<Reply> screen(String site, FileCredentials credentials) {
        return reply(site, known -> known.imports().screen(credentials));
    }

    private Future<Reply> reply(String site, Function<SiteWorker, Future<Reply>> handler) {
        return ask(site, handler)
                .compose(
                        reply -> reply.orElseGet(() -> Future.succeededFuture(new Reply.MissingThing("site " + site))));
    }

    @Override
    public Future<Optional<Explanation>> explain(String site, AccessQuestion question) {
        return ask(site, known -> known.explain(question));
    }

    @Override
    public Future<Optional<List<Muster.MusterEntry>>> muster(String site) {
        return ask(site, known -> Muster.of(known.site().doorkeeper()));
    }

    @Override
    public Future<Optional<List<SensorReport>>> sensors(String site) {
        return ask(site, known -> known.site().occupancy().quality().sensors());
    }

    @Override
    public Future<Optional<List<AccuracyState>>> accuracies(String site) {
        return ask(site, known -> known.site().occupancy().quality().accuracies());
    }

    @Override
    public Future<Optional<DemandOutlook>> demand(String site, String meter) {
        return ask(site, known -> known.site().book(meter).outlook(clock.instant()));
    }

    @Override
    public Future<Void> folded(String site) {
        return loop.call(() -> workers.containsKey(site) ? worker(site).folded() : Future.succeededFuture());
    }

    @Override
    public Future<Optional<Repairs>> repairs(String site, String meter) {
        return ask(site, known -> known.site().book(meter).repairs());
    }

    private <T> Future<Optional<T>> ask(String site, Function<SiteWorker, T> question) {
        return loop.call(() ->
                Future.succeededFuture(Optional.ofNullable(workers.get(site)).map(question)));
    }

    @Override
    public Future<List<String>> reload(String actor) {
        return reloads.reload(actor);
    }

    /** Replaces the site file of a site. */
    Future<Void> move(SiteSetup one, SiteDifference difference, String actor) {
        Instant now = clock.instant();
        return journal.register(List.of(new SiteFileChange(one, difference.lines())), now, actor)
                .map(done -> {
                    roster.enter(List.of(one));
                    worker(one.definition().site()).moveTo(one.definition());
                    services().devices().expel(difference.devices());
                    return null;
                });
    }

    private SiteServices services() {
        return Objects.requireNonNull(services, "the sites have not been started");
    }
}

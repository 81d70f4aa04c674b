package io.foyer.hub.site;

import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.access.Muster;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.time.Deadlines;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.FileCredentials;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All sites of this hub on the one event loop that owns them. The devices' edge calls from that loop; people's calls may
 * come from any thread and hop to it.
 */
public final class Sites implements Houses {
    private static final long TICK_MS = 1_000;
    /** At midnight all sites are due, and no door may wait for them. */
    private static final int MOST_SITES_IN_A_TURN = 10;

    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private final Vertx vertx;
    private final LoopContext loop;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<List<Premises>> files;
    private final Recognition recognition;
    private final GroupCommit commit;
    private final Map<String, SiteLoop> loops = new HashMap<>();
    /** By site: when time alone changes something there. */
    private final Deadlines<String> agenda = new Deadlines<>();

    private final Roster roster = new Roster();
    private final Turnstile<List<String>> reloads;
    private @Nullable Devices devices;
    private @Nullable Feed feed;

    /**
     * Sites without any house yet; to be made on the event loop that shall own them.
     *
     * @param files reads the site files again; may block, and throws {@link IllegalArgumentException} with what is wrong
     */
    public Sites(
            Vertx vertx,
            LoopContext loop,
            Journal journal,
            Clock clock,
            MeterRegistry metrics,
            Supplier<List<Premises>> files,
            Recognition recognition) {
        this.vertx = vertx;
        this.loop = loop;
        this.reloads = new Turnstile<>(loop.context());
        this.journal = journal;
        this.clock = Clock.tick(clock, Journal.PRECISION);
        this.files = files;
        this.recognition = recognition;
        this.commit = new GroupCommit(vertx, journal, metrics);
    }

    /** Loads every site from the journal; when the future succeeds the sites decide. */
    public Future<Void> start(List<Premises> all, Devices edge, Feed viewers) {
        loop.check();
        devices = edge;
        feed = viewers;
        Future<Void> started = Future.succeededFuture();
        for (Premises one : all) {
            started = started.compose(done -> open(one));
        }
        reloads.occupy(started);
        return started.onSuccess(done -> {
            vertx.setPeriodic(TICK_MS, id -> pass(agenda.take(clock.instant()).iterator()));
            vertx.setPeriodic(0, DAY_MS, id -> daily());
        });
    }

    private void pass(Iterator<String> due) {
        for (int turn = 0; turn < MOST_SITES_IN_A_TURN && due.hasNext(); turn++) {
            loop(due.next()).tick();
        }
        if (due.hasNext()) {
            loop.later(() -> pass(due));
        }
    }

    void daily() {
        loops.values().forEach(SiteLoop::daily);
    }

    private Future<Void> open(Premises one) {
        Instant now = clock.instant();
        return journal.registered(one.house().site())
                .compose(before -> journal.register(one, now, "start", Difference.sinceThen(before, one)))
                .compose(done -> journal.load(one.house(), now))
                .map(memory -> {
                    String id = one.house().site();
                    Site site = Recall.site(one.house(), memory, now);
                    Window window = new Window(
                            site,
                            feed(),
                            show -> loop.later(() -> {
                                show.run();
                                loop(id).plan();
                            }));
                    LongFunction<Consumer<Runnable>> after = ms -> work -> vertx.setTimer(ms, timer -> work.run());
                    SiteLoop opened = new SiteLoop(
                            site,
                            commit,
                            journal,
                            devices(),
                            window,
                            clock,
                            recognition,
                            after,
                            due -> agenda.set(id, due));
                    loops.put(id, opened);
                    roster.enter(List.of(one));
                    window.begin(memory);
                    window.showAll(now);
                    return null;
                });
    }

    /** The device of this id, or null. */
    public @Nullable Known known(String device) {
        return roster.known(device);
    }

    /** The gateway that brings a device, if one does. */
    public Optional<String> gatewayOf(String device) {
        return roster.gatewayOf(device);
    }

    /** The loop of a site that is known here; for callers on the sites' event loop only. */
    public SiteLoop loop(String site) {
        loop.check();
        return Objects.requireNonNull(loops.get(site), site);
    }

    /** Succeeds when all that was heard is durable; never while the journal takes nothing. */
    public Future<Void> settled() {
        return loop.call(commit::settled);
    }

    /** False while the journal does not take what it is given. */
    public boolean isDurable() {
        return commit.isUp();
    }

    @Override
    public List<House> houses() {
        return roster.all().stream().map(Premises::house).toList();
    }

    @Override
    public Optional<House> house(String site) {
        return roster.of(site).map(Premises::house);
    }

    public Optional<Premises> premises(String site) {
        return roster.of(site);
    }

    @Override
    public Future<Reply> change(String site, Command command, String actor) {
        return reply(site, known -> known.commands().handle(command, actor));
    }

    @Override
    public Future<Reply> importPeople(String site, PeopleFile file, String actor) {
        return reply(site, known -> known.imports().begin(file, actor));
    }

    @Override
    public Future<Reply> screen(String site, FileCredentials credentials) {
        return reply(site, known -> known.imports().screen(credentials));
    }

    private Future<Reply> reply(String site, Function<SiteLoop, Future<Reply>> handler) {
        return ask(site, handler)
                .compose(reply -> reply.orElseGet(() -> Future.succeededFuture(new Reply.Missing("site " + site))));
    }

    @Override
    public Future<Optional<Explanation>> explain(String site, Question question) {
        return ask(site, known -> known.explain(question));
    }

    @Override
    public Future<Optional<List<Muster.Present>>> muster(String site) {
        return ask(site, known -> Muster.of(known.site().doorkeeper()));
    }

    private <T> Future<Optional<T>> ask(String site, Function<SiteLoop, T> question) {
        return loop.call(() ->
                Future.succeededFuture(Optional.ofNullable(loops.get(site)).map(question)));
    }

    @Override
    public Future<List<String>> reload(String actor) {
        return loop.call(() -> reloads.pass(
                () -> vertx.executeBlocking(files::get).compose(fresh -> loop.call(() -> apply(fresh, actor)))));
    }

    private Future<List<String>> apply(List<Premises> fresh, String actor) {
        roster.refuseMissing(fresh);
        List<String> told = new ArrayList<>();
        Future<Void> applied = Future.succeededFuture();
        for (Premises one : fresh) {
            Premises before = roster.of(one.house().site()).orElse(null);
            if (before == null) {
                told.add("+ site " + one.house().site());
                applied = applied.compose(done -> open(one));
                continue;
            }
            Difference difference = Difference.between(before.parts(), one.parts());
            told.addAll(difference.lines());
            if (!difference.isNone()) {
                applied = applied.compose(done -> move(one, difference, actor));
            }
        }
        return applied.map(done -> told);
    }

    private Future<Void> move(Premises one, Difference difference, String actor) {
        Instant now = clock.instant();
        return journal.register(one, now, actor, difference.lines()).map(done -> {
            roster.enter(List.of(one));
            loop(one.house().site()).moveTo(one.house());
            devices().expel(difference.devices());
            return null;
        });
    }

    private Feed feed() {
        return Objects.requireNonNull(feed, "the sites have not been started");
    }

    private Devices devices() {
        return Objects.requireNonNull(devices, "the sites have not been started");
    }
}

package io.foyer.hub.store;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.HubClock;
import io.foyer.hub.site.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store as the hub sees it. The store asks the database every second whether the database answers, and starts the
 * embedded server again when the server has died.
 *
 * <p>Futures of {@link #open} and {@link #journal} fail with a {@link StoreException}, whose message is for people.
 */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long PROBE_MILLIS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_GOODBYE_S = 8;
    private static final long LONGEST_POOL_CLOSE_S = 2;

    private final Vertx vertx;
    private final DatabaseSettings settings;
    private final HubClock clock;
    private final Server server;
    private final DatabaseLanes lanes;
    private final List<PgJournal> journals = new CopyOnWriteArrayList<>();
    private final long probe;
    private final long demoTime;
    private final AtomicReference<@Nullable WriterClaim> claim;
    private volatile boolean up = true;
    private volatile boolean probing;
    private volatile boolean closed;

    private record ClaimedDatabase(Server server, WriterClaim claim) {}

    private Database(Vertx vertx, Vertx apart, DatabaseSettings settings, HubClock clock, ClaimedDatabase claimed) {
        this.vertx = vertx;
        this.settings = settings;
        this.clock = clock;
        server = claimed.server;
        claim = new AtomicReference<>(claimed.claim);
        this.lanes = DatabaseLanes.open(vertx, apart, server::address);
        this.probe = vertx.setPeriodic(PROBE_MILLIS, any -> probe());
        this.demoTime =
                clock.isDemo() ? vertx.setPeriodic(DemoTime.BETWEEN_WRITES.toMillis(), any -> tellDemoTime()) : -1;
    }

    /**
     * Starts or reaches the database, brings its tables up to date and makes the journal ready for today. Where another
     * hub writes to the database, this fails before it changes anything. It waits up to ten seconds for a hub that is
     * just ending.
     */
    public static Future<Database> open(Vertx vertx, DatabaseSettings settings, HubClock clock) {
        Vertx apart = DatabaseLanes.loop();
        return vertx.executeBlocking(() -> claim(settings, clock), false)
                .compose(claimed -> {
                    Database database = new Database(vertx, apart, settings, clock, claimed);
                    return database.housekeep(clock.instant()).map(database).recover(failure -> database.close()
                            .transform(any -> Future.failedFuture(failure)));
                })
                .recover(failure -> apart.close().transform(any -> Future.failedFuture(failure)));
    }

    private static ClaimedDatabase claim(DatabaseSettings settings, HubClock clock) {
        DemoTime.check(settings, clock);
        Server server = Server.open(settings);
        try {
            DemoTime.enter(settings, clock);
            WriterClaim claim = WriterClaim.take(server.address(), PATIENCE);
            try {
                new Schema(server.address(), settings.place()).migrate();
                return new ClaimedDatabase(server, claim);
            } catch (RuntimeException e) {
                claim.close();
                throw e;
            }
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private Optional<Future<Void>> handClaimTo(int process) {
        return Optional.ofNullable(claim.getAndSet(null))
                .map(own -> vertx.<Void>executeBlocking(() -> {
                    own.handTo(process);
                    return null;
                }));
    }

    /** The journal. Its connection lives on the loop of the calling context, and its futures complete there. */
    public Future<Journal> journal() {
        PgJournal journal = new PgJournal(
                new Writer(vertx, () -> server.address().options(), PATIENCE, this::handClaimTo),
                lanes.upkeep().pool(),
                clock);
        journals.add(journal);
        return journal.claim().<Journal>map(journal).recover(Database::explained);
    }

    /** Usable from any context. */
    public Archive archive() {
        return new PgArchive(lanes.lists(), lanes.histories());
    }

    /** The secret of this hub: 32 random bytes, made at the first call. Whoever has the secret can make QR passes. */
    public Future<byte[]> secret() {
        return HubSecret.of(lanes.upkeep().pool());
    }

    /** Usable from any context. */
    public Accounts accounts() {
        return new PgAccounts(lanes.sessions());
    }

    /** Shows how busy the store is. */
    public void watch(MeterRegistry metrics) {
        lanes.watch(metrics);
    }

    /** True where the database answered the last question, some seconds ago at most. */
    public boolean isUp() {
        return up;
    }

    /**
     * Bounds the tables that grow, and makes the journal's next days. Call this once a day; the opening does it too.
     */
    public Future<Void> housekeep(Instant now) {
        return Housekeeping.run(lanes.upkeep().pool(), now, settings.retentionDays())
                .onSuccess(any -> journals.forEach(PgJournal::forgetDays));
    }

    /**
     * Ends the connections and stops the embedded server. The journals finish their work first, for some seconds at
     * most: a person who stops the hub does not wait for ever, and no server may stay behind.
     */
    public Future<Void> close() {
        closed = true;
        vertx.cancelTimer(probe);
        vertx.cancelTimer(demoTime);
        List<Future<Void>> ends = new ArrayList<>();
        journals.forEach(journal -> ends.add(journal.close()));
        return Future.join(ends)
                .timeout(LONGEST_GOODBYE_S, TimeUnit.SECONDS)
                .transform(any -> lanes.close().timeout(LONGEST_POOL_CLOSE_S, TimeUnit.SECONDS))
                .transform(any -> vertx.executeBlocking(
                        () -> {
                            Optional.ofNullable(claim.getAndSet(null)).ifPresent(WriterClaim::close);
                            server.close();
                            return null;
                        },
                        false));
    }

    private static <T> Future<T> explained(Throwable failure) {
        return Future.failedFuture(
                failure instanceof StoreException
                        ? failure
                        : new StoreException(
                                "The database cannot be used (" + failure.getMessage()
                                        + "): see the log, and check the server that `database.url` names or the files in"
                                        + " `data.dir`.",
                                failure));
    }

    private void tellDemoTime() {
        vertx.executeBlocking(() -> {
                    DemoTime.write(settings, clock);
                    return null;
                })
                .onFailure(e -> LOG.warn("{}", e.getMessage()));
    }

    private void probe() {
        if (probing || closed) {
            return;
        }
        probing = true;
        lanes.sessions()
                .pool()
                .query("SELECT 1")
                .execute()
                .timeout(5, TimeUnit.SECONDS)
                .onSuccess(any -> up = true)
                .recover(failure -> {
                    if (up) {
                        LOG.warn("The database does not answer: {}", failure.getMessage());
                    }
                    up = false;
                    return vertx.executeBlocking(
                            () -> {
                                server.revive();
                                return null;
                            },
                            false);
                })
                .onFailure(failure -> LOG.warn("PostgreSQL could not be started again: {}", failure.getMessage()))
                .onComplete(any -> probing = false);
    }
}

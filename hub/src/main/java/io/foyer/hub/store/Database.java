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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store as the hub sees it. Futures of {@link #open} and {@link #journal} fail with a {@link StoreException}, whose message is for people.
 */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_GOODBYE_S = 8;
    private static final long LONGEST_POOL_CLOSE_S = 2;

    private final Vertx vertx;
    private final DatabaseSettings settings;
    private final HubClock clock;
    private final ClaimedDatabase claimed;
    private final DatabaseLanes lanes;
    private final List<PgJournal> journals = new CopyOnWriteArrayList<>();
    private final ServerProbe probe;
    private final long demoTime;

    private Database(Vertx vertx, Vertx apart, DatabaseSettings settings, HubClock clock, ClaimedDatabase claimed) {
        this.vertx = vertx;
        this.settings = settings;
        this.clock = clock;
        this.claimed = claimed;
        this.lanes = DatabaseLanes.open(vertx, apart, claimed.server()::address);
        this.probe = ServerProbe.start(vertx, lanes.sessions().pool(), claimed.server());
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
        return vertx.executeBlocking(() -> ClaimedDatabase.open(settings, clock, PATIENCE), false)
                .compose(claimed -> {
                    Database database = new Database(vertx, apart, settings, clock, claimed);
                    return database.housekeep(clock.instant()).map(database).recover(failure -> database.close()
                            .transform(any -> Future.failedFuture(failure)));
                })
                .recover(failure -> apart.close().transform(any -> Future.failedFuture(failure)));
    }

    private Optional<Future<Void>> handClaimTo(int process) {
        return claimed.handOver()
                .map(claim -> vertx.executeBlocking(() -> {
                    claim.handTo(process);
                    return null;
                }));
    }

    /** The journal. Its connection lives on the loop of the calling context, and its futures complete there. */
    public Future<Journal> journal() {
        PgJournal journal = new PgJournal(
                new Writer(vertx, () -> claimed.server().address().options(), PATIENCE, this::handClaimTo),
                lanes.upkeep().pool(),
                lanes.histories(),
                clock);
        journals.add(journal);
        return journal.claim()
                .<Journal>map(journal)
                .recover(failure -> Future.failedFuture(StoreException.explaining(failure)));
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
        return probe.isUp();
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
        probe.close();
        vertx.cancelTimer(demoTime);
        List<Future<Void>> ends = new ArrayList<>();
        journals.forEach(journal -> ends.add(journal.close()));
        return Future.join(ends)
                .timeout(LONGEST_GOODBYE_S, TimeUnit.SECONDS)
                .transform(any -> lanes.close().timeout(LONGEST_POOL_CLOSE_S, TimeUnit.SECONDS))
                .transform(any -> vertx.executeBlocking(
                        () -> {
                            claimed.close();
                            return null;
                        },
                        false));
    }

    private void tellDemoTime() {
        vertx.executeBlocking(() -> {
                    DemoTime.write(settings, clock);
                    return null;
                })
                .onFailure(e -> LOG.warn("{}", e.getMessage()));
    }
}

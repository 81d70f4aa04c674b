package io.foyer.hub.store;

import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.ReadingRange;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.BatchRefusals;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.SiteFileChange;
import io.foyer.hub.site.SiteMemory;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journal in PostgreSQL. A batch is one transaction with one statement for each table. The statements go out
 * together, so a batch takes one round trip.
 *
 * <p>No batch is written twice. Each batch has a number, and its transaction writes the number into the table {@code
 * writer}. When the connection is lost during a commit, nobody knows whether the commit arrived. Then the caller tries
 * the same batch (the same object) again, before any other batch. The new connection holds the lock, which proves that
 * the old connection has ended. The journal reads the number first, and skips the batch if it has arrived.
 *
 * <p>Content that PostgreSQL refuses undoes the transaction. Then the journal writes the batch again in one transaction
 * and in order. It halves the entries between savepoints until each bad entry stands alone and becomes a dead letter.
 */
final class PgJournal implements Journal {
    private static final String MARK = "UPDATE writer SET batch = $2 WHERE id = $1";
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);

    private final Writer writer;
    private final Pool pool;
    private final DatabaseLane histories;
    private final InstantSource clock;
    private final KeyRegistry registry = new KeyRegistry();
    private final LetterBounds letters;
    private final Set<Long> days = new HashSet<>();
    private long number;
    private @Nullable Batch unsettled;
    private BatchRefusals refusals = new BatchRefusals();

    /** @param histories reads the many readings around late ones, on a loop that serves no door */
    PgJournal(Writer writer, Pool pool, DatabaseLane histories, InstantSource clock) {
        this.writer = writer;
        this.pool = pool;
        this.histories = histories;
        this.clock = clock;
        this.letters = new LetterBounds(pool, registry);
    }

    /** Takes the database for this hub. Fails where another hub has the database. */
    Future<Void> claim() {
        return writer.run(connection -> Future.succeededFuture());
    }

    @Override
    public Future<BatchRefusals> commit(Batch batch) {
        if (batch.entries().isEmpty()) {
            return Future.succeededFuture(new BatchRefusals());
        }
        return writer.run(batch.patience(), connection -> {
                    if (batch != unsettled) { // a retry is the same object
                        number++;
                        unsettled = batch;
                    }
                    return writer.committed() >= number
                            ? Future.succeededFuture()
                            : prepareDays(connection, batch).compose(any -> write(connection, batch));
                })
                .map(any -> {
                    unsettled = null;
                    return refusals;
                });
    }

    private Future<Void> write(PgConnection connection, Batch batch) {
        Transaction transaction = new Transaction(connection, registry, clock);
        refusals = transaction.refusals(); // the last attempt may have arrived without an answer
        long written = number;
        return transaction
                .write(batch.entries(), new Statement(MARK, Tuple.of(writer.id(), written)))
                .onSuccess(any -> {
                    writer.committed(written);
                    if (batch.hasLetters()) {
                        letters.count(batch.entries());
                    }
                    letters.count(transaction.letters());
                });
    }

    /** Makes missing partitions. Housekeeping makes them ahead, unless it failed or the clock has jumped. */
    private Future<Void> prepareDays(PgConnection connection, Batch batch) {
        Future<?> prepared = Future.succeededFuture();
        for (long day : batch.arrivalDays()) {
            if (isDay(day) && days.add(day)) {
                prepared = prepared.compose(any -> Housekeeping.makeDay(connection, LocalDate.ofEpochDay(day)))
                        .onFailure(failure -> days.remove(day));
            }
        }
        return prepared.mapEmpty();
    }

    private static boolean isDay(long day) {
        return day > FIRST_DAY.toEpochDay() && day < LAST_DAY.toEpochDay();
    }

    /** Forgets which partitions there are, because some may be gone. The next write looks again. */
    void forgetDays() {
        writer.run(connection -> {
            days.clear();
            return Future.succeededFuture();
        });
    }

    @Override
    public Future<Map<String, String>> fingerprints(Collection<String> sites) {
        return AppliedFiles.fingerprints(pool, sites);
    }

    @Override
    public Future<Map<String, Map<String, String>>> registered(Collection<String> sites) {
        return AppliedFiles.remembered(pool, sites);
    }

    @Override
    public Future<Void> register(List<SiteFileChange> changed, Instant now, String actor) {
        if (changed.isEmpty()) {
            return Future.succeededFuture();
        }
        return writer.run(connection -> Registration.write(connection, changed, now, actor)
                        .compose(done -> RegistryKeys.of(
                                connection,
                                changed.stream()
                                        .map(one -> one.setup().definition().site())
                                        .toList())))
                .onSuccess(keys -> keys.forEach(registry::put))
                .mapEmpty();
    }

    /** Sends the questions for all sites together, over one connection. */
    @Override
    public Future<Map<String, SiteMemory>> load(Collection<String> sites, Instant now) {
        return pool.withConnection(connection -> RegistryKeys.of(connection, sites)
                .onSuccess(keys -> keys.forEach(registry::put))
                .compose(keys -> load(connection, sites, now)));
    }

    private Future<Map<String, SiteMemory>> load(SqlClient client, Collection<String> sites, Instant now) {
        Map<String, Future<SiteMemory>> memories = new LinkedHashMap<>();
        sites.forEach(site -> memories.put(site, new SiteLoading(client, registry.of(site), now).load()));
        return Future.all(List.copyOf(memories.values())).map(all -> {
            Map<String, SiteMemory> loaded = new LinkedHashMap<>();
            memories.forEach((site, memory) -> loaded.put(site, memory.result()));
            return loaded;
        });
    }

    @Override
    public Future<ReadingRange> readingsAround(String site, String meter, Instant from, Instant to, Duration margin) {
        int key = registry.of(site).meter(meter);
        return histories.ask(asker -> Readings.around(asker, key, from, to, margin));
    }

    @Override
    public Future<List<Reading>> lateReadings(String site, String meter, int most) {
        int key = registry.of(site).meter(meter);
        return histories.ask(asker -> Readings.late(asker, key, most));
    }

    /** Releases the database for another hub. */
    Future<Void> close() {
        return writer.close();
    }
}

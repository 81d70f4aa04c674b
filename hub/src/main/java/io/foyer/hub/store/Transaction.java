package io.foyer.hub.store;

import io.foyer.hub.site.Batch.BatchEntry;
import io.foyer.hub.site.BatchRefusals;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgConnection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes entries in one transaction. A failed transaction leaves nothing behind. */
final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    /** A server that does not answer for so long counts as away. */
    private static final long PATIENCE_SECONDS = 60;

    private final PgConnection connection;
    private final KeyRegistry registry;
    private final InstantSource clock;
    private final BatchRefusals refusals = new BatchRefusals();
    private final List<BatchEntry> letters = new ArrayList<>();

    Transaction(PgConnection connection, KeyRegistry registry, InstantSource clock) {
        this.connection = connection;
        this.registry = registry;
        this.clock = clock;
    }

    /** Which entries became dead letters. Complete after the transaction. */
    BatchRefusals refusals() {
        return refusals;
    }

    /** The dead letters. */
    List<BatchEntry> letters() {
        return letters;
    }

    /** Writes all entries and the mark. Content that the database cannot take becomes a dead letter. */
    Future<Void> write(List<BatchEntry> entries, Statement mark) {
        return atOnce(entries, mark)
                .recover(failure -> RefusedContent.explains(failure)
                        ? byHalves(withoutUnfit(entries), mark).onSuccess(any -> report(entries, failure))
                        : Future.failedFuture(failure));
    }

    /**
     * Sends everything in one round trip: no statement waits for an answer. Where a statement fails, PostgreSQL refuses
     * the statements after it and takes the COMMIT for a ROLLBACK. So the first failure is the cause, and nothing is
     * written.
     */
    private Future<Void> atOnce(List<BatchEntry> entries, Statement mark) {
        List<Statement> statements = new ArrayList<>();
        try {
            statements.addAll(rows(entries));
        } catch (RefusedContent refused) {
            return Future.failedFuture(refused);
        }
        statements.add(mark);
        if (statements.stream().anyMatch(Statement::isLarge)) {
            return inTurns(statements);
        }
        List<Future<?>> sent = new ArrayList<>();
        sent.add(connection.query("BEGIN").execute());
        statements.forEach(statement -> sent.add(send(statement)));
        sent.add(connection.query("COMMIT").execute());
        return settled(sent);
    }

    private Future<Void> inTurns(List<Statement> statements) {
        return command("BEGIN")
                .compose(any -> send(statements))
                .compose(any -> command("COMMIT"))
                .recover(failure -> command("ROLLBACK").transform(any -> Future.failedFuture(failure)));
    }

    /** Makes dead letters of the entries that are unfit by their own values, without asking the database. */
    private List<BatchEntry> withoutUnfit(List<BatchEntry> entries) {
        return entries.stream()
                .map(entry -> {
                    try {
                        rows(List.of(entry));
                        return entry;
                    } catch (RefusedContent refused) {
                        return letter(entry, refused);
                    }
                })
                .toList();
    }

    private Future<Void> byHalves(List<BatchEntry> entries, Statement mark) {
        return command("BEGIN")
                .compose(any -> halve(entries))
                .compose(any -> send(List.of(mark)))
                .compose(any -> command("COMMIT"));
    }

    private Future<Void> halve(List<BatchEntry> entries) {
        return command("SAVEPOINT part")
                .compose(any -> part(entries))
                .compose(any -> command("RELEASE part"))
                .recover(failure -> RefusedContent.explains(failure)
                        ? command("ROLLBACK TO part")
                                .compose(any -> command("RELEASE part"))
                                .compose(any -> blame(entries, failure))
                        : Future.failedFuture(failure));
    }

    private Future<Void> part(List<BatchEntry> entries) {
        try {
            return send(rows(entries));
        } catch (RefusedContent refused) {
            return Future.failedFuture(refused);
        }
    }

    private Future<Void> blame(List<BatchEntry> entries, Throwable failure) {
        if (entries.size() > 1) {
            int middle = entries.size() / 2;
            return halve(entries.subList(0, middle)).compose(any -> halve(entries.subList(middle, entries.size())));
        }
        BatchEntry guilty = entries.get(0);
        if (DeadLetters.areAll(guilty)) {
            LOG.warn(
                    "Site {}: the database refused an entry, and refused the dead letter of the entry too",
                    guilty.site());
            return Future.succeededFuture();
        }
        return halve(List.of(letter(guilty, failure)));
    }

    private BatchEntry letter(BatchEntry refused, Throwable failure) {
        refusals.add(refused, RefusedContent.reason(failure));
        BatchEntry letter = DeadLetters.of(refused, clock.instant());
        letters.add(letter);
        return letter;
    }

    private void report(List<BatchEntry> entries, Throwable failure) {
        LOG.warn(
                "The database refused {} of {} entries. They are dead letters now. The first: {}",
                refusals.count(),
                entries.size(),
                RefusedContent.reason(failure));
    }

    private List<Statement> rows(List<BatchEntry> entries) {
        BatchRows rows = new BatchRows(registry);
        entries.forEach(rows::add);
        return rows.statements();
    }

    /**
     * Sends the statements up to a large one together. The others wait for its answer; the loop answers doors
     * meanwhile.
     */
    private Future<Void> send(List<Statement> statements) {
        Promise<Void> all = Promise.promise();
        sendNext(statements.iterator(), all);
        return all.future();
    }

    private void sendNext(Iterator<Statement> rest, Promise<Void> all) {
        List<Future<?>> sent = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn && rest.hasNext()) {
            Statement statement = rest.next();
            sent.add(send(statement));
            goesOn = !statement.isLarge();
        }
        settled(sent)
                .onSuccess(any -> {
                    if (rest.hasNext()) {
                        sendNext(rest, all);
                    } else {
                        all.complete();
                    }
                })
                .onFailure(all::fail);
    }

    private Future<?> send(Statement statement) {
        return connection
                .preparedQuery(statement.sql())
                .execute(statement.values().get());
    }

    private Future<Void> command(String sql) {
        return connection
                .query(sql)
                .execute()
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .mapEmpty();
    }

    /** Waits for all statements, and fails with the first failure. */
    private static Future<Void> settled(List<Future<?>> sent) {
        return Future.join(sent)
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .<Void>mapEmpty()
                .recover(any -> {
                    Optional<Future<?>> first =
                            sent.stream().filter(Future::failed).findFirst();
                    return Future.failedFuture(first.map(Future::cause).orElse(any));
                });
    }
}

package io.foyer.hub.store;

import io.foyer.hub.site.Batch.BatchEntry;
import io.foyer.hub.site.BatchRefusals;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes entries in one transaction. A failed transaction leaves nothing behind. */
final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final StatementPipeline pipeline;
    private final KeyRegistry registry;
    private final InstantSource clock;
    private final BatchRefusals refusals = new BatchRefusals();
    private final List<BatchEntry> letters = new ArrayList<>();

    Transaction(PgConnection connection, KeyRegistry registry, InstantSource clock) {
        this.pipeline = new StatementPipeline(connection);
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

    private Future<Void> atOnce(List<BatchEntry> entries, Statement mark) {
        List<Statement> statements = new ArrayList<>();
        try {
            statements.addAll(rows(entries));
        } catch (RefusedContent refused) {
            return Future.failedFuture(refused);
        }
        statements.add(mark);
        return statements.stream().anyMatch(Statement::isLarge) ? inTurns(statements) : pipeline.commit(statements);
    }

    private Future<Void> inTurns(List<Statement> statements) {
        return pipeline.command("BEGIN")
                .compose(any -> pipeline.send(statements))
                .compose(any -> pipeline.command("COMMIT"))
                .recover(failure -> pipeline.command("ROLLBACK").transform(any -> Future.failedFuture(failure)));
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
        return pipeline.command("BEGIN")
                .compose(any -> halve(entries))
                .compose(any -> pipeline.send(List.of(mark)))
                .compose(any -> pipeline.command("COMMIT"));
    }

    private Future<Void> halve(List<BatchEntry> entries) {
        return pipeline.command("SAVEPOINT part")
                .compose(any -> part(entries))
                .compose(any -> pipeline.command("RELEASE part"))
                .recover(failure -> RefusedContent.explains(failure)
                        ? pipeline.command("ROLLBACK TO part")
                                .compose(any -> pipeline.command("RELEASE part"))
                                .compose(any -> blame(entries, failure))
                        : Future.failedFuture(failure));
    }

    private Future<Void> part(List<BatchEntry> entries) {
        try {
            return pipeline.send(rows(entries));
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
}

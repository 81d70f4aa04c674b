package io.foyer.hub.store;

import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.site.Batch.Entry;
import io.foyer.hub.store.Table.Statement;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes entries in one transaction. A failed one leaves nothing behind. */
final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final PgConnection connection;
    private final Registry registry;
    private int letters;

    Transaction(PgConnection connection, Registry registry) {
        this.connection = connection;
        this.registry = registry;
    }

    /**
     * All entries and the mark, in one round trip: nothing waits for an answer. Where a statement fails, PostgreSQL
     * refuses the ones after it and takes the COMMIT for a ROLLBACK, so the first failure is the cause and nothing is
     * written.
     */
    Future<Void> write(List<Entry> entries, String markSql, Tuple mark) {
        List<Statement> statements = new ArrayList<>();
        try {
            statements.addAll(rows(entries));
        } catch (RefusedContent refused) {
            return Future.failedFuture(refused);
        }
        statements.add(new Statement(markSql, mark));
        List<Future<?>> sent = new ArrayList<>();
        sent.add(connection.query("BEGIN").execute());
        sent.addAll(send(statements));
        sent.add(connection.query("COMMIT").execute());
        return settled(sent);
    }

    /** The same by halves, for when some of it is refused: what is guilty becomes a dead letter. */
    Future<Void> writeWithoutGuilty(List<Entry> entries, String markSql, Tuple mark) {
        return command("BEGIN")
                .compose(any -> halve(entries))
                .compose(any -> settled(send(List.of(new Statement(markSql, mark)))))
                .compose(any -> command("COMMIT"));
    }

    /** How many entries became dead letters. */
    int letters() {
        return letters;
    }

    private Future<Void> halve(List<Entry> entries) {
        return command("SAVEPOINT part")
                .compose(any -> part(entries))
                .compose(any -> command("RELEASE part"))
                .recover(failure -> RefusedContent.explains(failure)
                        ? command("ROLLBACK TO part")
                                .compose(any -> command("RELEASE part"))
                                .compose(any -> blame(entries, failure))
                        : Future.failedFuture(failure));
    }

    private Future<Void> part(List<Entry> entries) {
        try {
            return settled(send(rows(entries)));
        } catch (RefusedContent refused) {
            return Future.failedFuture(refused);
        }
    }

    private Future<Void> blame(List<Entry> entries, Throwable failure) {
        if (entries.size() > 1) {
            int middle = entries.size() / 2;
            return halve(entries.subList(0, middle)).compose(any -> halve(entries.subList(middle, entries.size())));
        }
        Entry guilty = entries.get(0);
        letters++;
        boolean isLetter = guilty.changes().stream().allMatch(DeadLetter.class::isInstance);
        LOG.warn("Site {}: the database refused an entry: {}", guilty.site(), RefusedContent.reason(failure));
        return isLetter ? Future.succeededFuture() : halve(List.of(DeadLetters.of(guilty, Instant.now())));
    }

    private List<Statement> rows(List<Entry> entries) {
        BatchRows rows = new BatchRows(registry);
        entries.forEach(rows::add);
        return rows.statements();
    }

    private List<Future<?>> send(List<Statement> statements) {
        List<Future<?>> sent = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            sent.add(connection.preparedQuery(statement.sql()).execute(statement.values()));
        }
        return sent;
    }

    private Future<Void> command(String sql) {
        return connection.query(sql).execute().mapEmpty();
    }

    /** Waits for all, and fails with the first that failed. */
    private static Future<Void> settled(List<Future<?>> sent) {
        return Future.join(sent).<Void>mapEmpty().recover(any -> {
            Optional<Future<?>> first = sent.stream().filter(Future::failed).findFirst();
            return Future.failedFuture(first.map(Future::cause).orElse(any));
        });
    }
}

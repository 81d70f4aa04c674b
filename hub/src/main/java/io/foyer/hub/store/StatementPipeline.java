package io.foyer.hub.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgConnection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sends statements on one connection, as many as possible before the first answer comes. */
final class StatementPipeline {
    /** A server that does not answer for so long counts as away. */
    private static final long PATIENCE_SECONDS = 60;

    private final PgConnection connection;

    StatementPipeline(PgConnection connection) {
        this.connection = connection;
    }

    /**
     * Sends a whole transaction in one round trip: no statement waits for an answer. Where a statement fails, PostgreSQL
     * refuses the statements after it and takes the COMMIT for a ROLLBACK. So the first failure is the cause, and
     * nothing is written.
     */
    Future<Void> commit(List<Statement> statements) {
        List<Future<?>> sent = new ArrayList<>();
        sent.add(connection.query("BEGIN").execute());
        statements.forEach(statement -> sent.add(send(statement)));
        sent.add(connection.query("COMMIT").execute());
        return settled(sent);
    }

    /**
     * Sends the statements up to a large one together. The others wait for its answer; the loop answers doors
     * meanwhile.
     */
    Future<Void> send(List<Statement> statements) {
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

    Future<Void> command(String sql) {
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

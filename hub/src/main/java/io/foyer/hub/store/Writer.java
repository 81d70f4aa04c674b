package io.foyer.hub.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes, on the loop of the context that made the writer. The connection holds a session
 * advisory lock, so at most one hub writes to a database. The lock belongs to the session, so the hub has the lock
 * exactly as long as it can write.
 *
 * <p>The writer opens a lost connection again. PostgreSQL gives the lock to the new session only when the old session
 * has ended, with all its statements. From then on the table {@code writer} is final: it says which batch was committed
 * last, and whether another hub has written in between. After another hub has written, the memory of this hub is out of
 * date, and this hub never writes again.
 */
final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private static final String LATEST = "SELECT id, batch FROM writer";
    private static final String CLAIM =
            "INSERT INTO writer (id, batch) VALUES ($1, 0) ON CONFLICT (only_one) DO UPDATE SET id = $1, batch = 0";
    private static final Duration LONGEST_WORK = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final Context context;
    private final Supplier<PgConnectOptions> options;
    private final WorkPatience patience;
    private final WriterLock lock;
    private final UUID id = UUID.randomUUID();
    private @Nullable PgConnection connection;
    private @Nullable PgConnection opening;
    private int turn;
    private boolean claimed;
    private long committed;
    private Future<?> tail = Future.succeededFuture();

    /**
     * @param options where to connect to; the writer asks at each connection
     * @param patience how long to wait for the lock: the session of a killed hub or of a lost connection ends a moment
     *     later
     */
    Writer(Vertx vertx, Supplier<PgConnectOptions> options, Duration patience) {
        this(vertx, options, patience, LONGEST_WORK);
    }

    /** @param longest how long one piece of work may take, connecting included, before it counts as failed */
    Writer(Vertx vertx, Supplier<PgConnectOptions> options, Duration patience, Duration longest) {
        this(vertx, options, patience, longest, process -> Optional.empty());
    }

    /** @param claims the holder of the lock until this writer has a connection */
    Writer(Vertx vertx, Supplier<PgConnectOptions> options, Duration patience, WriterLock.Claims claims) {
        this(vertx, options, patience, LONGEST_WORK, claims);
    }

    private Writer(
            Vertx vertx,
            Supplier<PgConnectOptions> options,
            Duration patience,
            Duration longest,
            WriterLock.Claims claims) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.options = options;
        this.patience = new WorkPatience(vertx, context, longest);
        this.lock = new WriterLock(vertx, patience, claims);
    }

    UUID id() {
        return id;
    }

    /** The number of the last batch that is known to be committed. Up to date as soon as there is a connection. */
    long committed() {
        return committed;
    }

    void committed(long number) {
        committed = number;
    }

    /**
     * Runs work on the connection, on this writer's loop, after all earlier work. When the work fails, the writer
     * closes the connection, so that no state of the session remains.
     */
    <T> Future<T> run(Function<PgConnection, Future<T>> work) {
        return run(Duration.ZERO, work);
    }

    /** Runs work that may take longer than other work, by {@code longer}. */
    <T> Future<T> run(Duration longer, Function<PgConnection, Future<T>> work) {
        Promise<T> done = Promise.promise();
        if (Vertx.currentContext() == context) {
            enqueue(longer, work).onComplete(done);
        } else {
            context.runOnContext(any -> enqueue(longer, work).onComplete(done));
        }
        return done.future();
    }

    private <T> Future<T> enqueue(Duration longer, Function<PgConnection, Future<T>> work) {
        Future<T> next = tail.transform(
                        any -> patience.longer(longer).bound(() -> connected().compose(work)))
                .onFailure(failure -> drop());
        tail = next;
        return next;
    }

    /** Closes the connection after all work. The lock ends with the connection. */
    Future<Void> close() {
        Promise<Void> done = Promise.promise();
        context.runOnContext(any -> {
            Future<Void> next = tail.transform(before -> {
                @Nullable PgConnection open = connection;
                connection = null;
                return open == null ? Future.<Void>succeededFuture() : open.close();
            });
            tail = next;
            next.onComplete(done);
        });
        return done.future();
    }

    private Future<PgConnection> connected() {
        @Nullable PgConnection open = connection;
        if (open != null) {
            return Future.succeededFuture(open);
        }
        int mine = turn;
        return PgConnection.connect(vertx, options.get()).compose(fresh -> {
            if (mine != turn) {
                HardClose.of(fresh);
                return Future.failedFuture("The connection came too late");
            }
            opening = fresh;
            return prepared(fresh);
        });
    }

    private Future<PgConnection> prepared(PgConnection fresh) {
        return fresh.query(Durability.TURNS_ON)
                .execute()
                .compose(any -> lock.take(fresh))
                .compose(any -> identify(fresh))
                .compose(any -> {
                    if (opening != fresh) {
                        return Future.failedFuture("The writer has given this connection up");
                    }
                    opening = null;
                    connection = fresh;
                    fresh.closeHandler(gone -> forget(fresh));
                    // The work that waits for an answer fails by itself.
                    fresh.exceptionHandler(fault -> LOG.debug("The journal's connection failed", fault));
                    return Future.succeededFuture(fresh);
                });
    }

    private Future<?> identify(PgConnection fresh) {
        if (!claimed) {
            return fresh.preparedQuery(CLAIM).execute(Tuple.of(id)).onSuccess(any -> claimed = true);
        }
        return fresh.preparedQuery(LATEST).execute().compose(rows -> {
            Row row = rows.iterator().next();
            if (!row.getUUID("id").equals(id)) {
                return Future.failedFuture(
                        new StoreException("Another Foyer has written to this database while this one"
                                + " had lost it: stop one of them, and start the other again."));
            }
            committed = row.getLong("batch");
            return Future.succeededFuture();
        });
    }

    private void forget(PgConnection gone) {
        if (connection == gone) {
            connection = null;
            LOG.warn("The connection to the database was lost");
        }
    }

    private void drop() {
        turn++;
        @Nullable PgConnection open = connection;
        @Nullable PgConnection half = opening;
        connection = null;
        opening = null;
        if (open != null) {
            HardClose.of(open);
        }
        if (half != null) {
            HardClose.of(half);
        }
    }
}

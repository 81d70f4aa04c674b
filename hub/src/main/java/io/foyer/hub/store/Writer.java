package io.foyer.hub.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes, on the loop of the context that made this. It holds a session advisory lock, so at
 * most one hub writes to a database, and it has the lock for exactly as long as it can write: both are the session's.
 *
 * <p>After the connection was lost it is opened anew. The lock is then to be had only when the old session is gone and
 * with it every statement that was still on its way, so what the table {@code writer} says from then on is final: which
 * batch was committed last, and whether another hub has written in between. In the latter case this hub's memory is
 * out of date and it never writes again.
 */
final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** "foyer" in ASCII. */
    static final long LOCK = 0x666f796572L;

    private static final String LATEST = "SELECT id, batch FROM writer";
    private static final String CLAIM =
            "INSERT INTO writer (id, batch) VALUES ($1, 0) ON CONFLICT (only_one) DO UPDATE SET id = $1, batch = 0";
    static final String HOLDER = """
            SELECT a.pid, coalesce(host(a.client_addr), 'local') AS host, a.backend_start::text AS since
            FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'advisory' AND l.granted AND l.database = (
                SELECT oid FROM pg_database WHERE datname = current_database())
              AND l.classid::int8 = $1::int8 >> 32 AND l.objid::int8 = $1::int8 & 4294967295""";
    private static final int ATTEMPTS_A_SECOND = 10;
    private static final long PAUSE_MILLIS = 100;
    private static final Duration LONGEST_WORK = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final Context context;
    private final Supplier<PgConnectOptions> options;
    private final int attempts;
    private final Patience patience;
    private final Claims claims;
    private final UUID id = UUID.randomUUID();
    private @Nullable PgConnection connection;
    private @Nullable PgConnection opening;
    private int turn;
    private int lastProcess;
    private boolean handedOver;
    private boolean claimed;
    private long committed;
    private Future<?> tail = Future.succeededFuture();

    /**
     * @param options where to connect to, asked each time
     * @param patience how long to wait for the lock; the session of a killed hub, or our own lost one, takes a moment
     *     to end
     */
    Writer(Vertx vertx, Supplier<PgConnectOptions> options, Duration patience) {
        this(vertx, options, patience, LONGEST_WORK);
    }

    /** @param longest how long one work may take, connecting included, before it counts as failed */
    Writer(Vertx vertx, Supplier<PgConnectOptions> options, Duration patience, Duration longest) {
        this(vertx, options, patience, longest, process -> Optional.empty());
    }

    /** @param claims whoever has the lock for this writer until it has a connection */
    Writer(Vertx vertx, Supplier<PgConnectOptions> options, Duration patience, Claims claims) {
        this(vertx, options, patience, LONGEST_WORK, claims);
    }

    private Writer(
            Vertx vertx, Supplier<PgConnectOptions> options, Duration patience, Duration longest, Claims claims) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.options = options;
        this.attempts = ATTEMPTS_A_SECOND * (int) patience.toSeconds();
        this.patience = new Patience(vertx, context, longest);
        this.claims = claims;
    }

    /** Has the lock for a writer that has no connection yet. */
    interface Claims {
        /** Lets the session of this process have the lock, for which it waits; empty where the lock is to be taken. */
        Optional<Future<Void>> handTo(int process);
    }

    UUID id() {
        return id;
    }

    /** The number of the last batch that is known to be committed; up to date once there is a connection. */
    long committed() {
        return committed;
    }

    void committed(long number) {
        committed = number;
    }

    /**
     * Runs the work on the connection, on this writer's loop, after all work that was given before. When it fails the
     * connection is closed: whatever state it was in ends.
     */
    <T> Future<T> run(Function<PgConnection, Future<T>> work) {
        return run(Duration.ZERO, work);
    }

    /** The same, where it may take so much longer than other work. */
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

    /** Closes the connection after all work; the lock goes with it. */
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
                end(fresh);
                return Future.failedFuture("This connection came too late");
            }
            opening = fresh;
            return prepared(fresh);
        });
    }

    private Future<PgConnection> prepared(PgConnection fresh) {
        return fresh.query(Durability.TURNS_ON)
                .execute()
                .compose(any -> handedOver ? lock(fresh, attempts) : takeOver(fresh))
                .compose(any -> identify(fresh))
                .compose(any -> {
                    if (opening != fresh) {
                        return Future.failedFuture("This connection was given up");
                    }
                    opening = null;
                    connection = fresh;
                    fresh.closeHandler(gone -> forget(fresh));
                    // Whoever waits for an answer hears of it there.
                    fresh.exceptionHandler(fault -> LOG.debug("The journal's connection failed", fault));
                    return Future.succeededFuture(fresh);
                });
    }

    private Future<Void> takeOver(PgConnection fresh) {
        return fresh.query("SELECT pg_backend_pid() AS pid").execute().compose(rows -> {
            Optional<Future<Void>> handed = claims.handTo(rows.iterator().next().getInteger("pid"));
            handedOver = true;
            return handed.isEmpty()
                    ? lock(fresh, attempts)
                    : fresh.preparedQuery("SELECT pg_advisory_lock($1)")
                            .execute(Tuple.of(LOCK))
                            .onSuccess(any -> lastProcess = fresh.processId())
                            .compose(any -> handed.get());
        });
    }

    private Future<Void> lock(PgConnection fresh, int left) {
        return fresh.preparedQuery("SELECT pg_try_advisory_lock($1) AS locked")
                .execute(Tuple.of(LOCK))
                .compose(rows -> {
                    if (rows.iterator().next().getBoolean("locked")) {
                        lastProcess = fresh.processId();
                        return Future.succeededFuture();
                    }
                    return fresh.preparedQuery(HOLDER).execute(Tuple.of(LOCK)).compose(holders -> {
                        @Nullable Row holder =
                                holders.size() == 0 ? null : holders.iterator().next();
                        if (left == 0) {
                            return Future.failedFuture(Claim.another(Optional.ofNullable(holder)
                                    .map(row ->
                                            "from " + row.getString("host") + ", since " + row.getString("since"))));
                        }
                        return endOwn(fresh, holder)
                                .compose(any -> vertx.timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                                .compose(any -> lock(fresh, left - 1));
                    });
                });
    }

    private Future<?> endOwn(PgConnection fresh, @Nullable Row holder) {
        return holder != null && lastProcess != 0 && holder.getInteger("pid") == lastProcess
                ? fresh.preparedQuery("SELECT pg_terminate_backend($1)").execute(Tuple.of(lastProcess))
                : Future.succeededFuture();
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
            end(open);
        }
        if (half != null) {
            end(half);
        }
    }

    /** At once: an orderly close would wait for what is still under way. */
    private static void end(PgConnection gone) {
        if (((SqlConnectionInternal) gone).unwrap() instanceof SocketConnectionBase raw) {
            raw.socket().close();
        } else {
            gone.close();
        }
    }
}

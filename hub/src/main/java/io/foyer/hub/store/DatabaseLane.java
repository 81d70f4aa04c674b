package io.foyer.hub.store;

import io.foyer.hub.site.Archive;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Some connections for questions of one kind, so that no kind of question waits for another kind. Where all connections
 * are in use, a bounded number of questions waits for a bounded time. The lane refuses more questions at once, with
 * {@link RejectedExecutionException}. The server ends a statement that takes too long; then the question fails with
 * {@link Archive.HistoryTooLong}. All threads may use a lane.
 */
final class DatabaseLane {
    private static final String ENDED_BY_SERVER = "57014";

    /** Beyond the server's own bound on a statement. One question may send several statements one after another. */
    private static final int SILENCE_BEYOND_S = 5;

    /**
     * The bounds of a lane.
     *
     * @param connections how many connections the lane opens when it needs them
     * @param waiting how many questions may wait for a connection
     * @param patienceSeconds how long a question waits for a connection, or for the server to open one
     * @param statementSeconds how long the server may work on one statement; 0 for no bound
     */
    record LaneBounds(String name, int connections, int waiting, int patienceSeconds, int statementSeconds) {}

    private final LaneBounds bounds;
    private final Vertx askers;
    private final Vertx own;
    private final Pool pool;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /**
     * Makes a lane without a connection yet.
     *
     * @param own the Vert.x whose loops read the server's answers. This is {@code askers}, or another Vert.x with one
     *     loop, so that no loop of the askers has to read them; the lane closes that other one
     */
    DatabaseLane(Vertx askers, Vertx own, Supplier<ServerAddress> address, LaneBounds bounds) {
        this.askers = askers;
        this.own = own;
        this.bounds = bounds;
        pool = PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(bounds.connections())
                        .setMaxWaitQueueSize(-1)
                        .setConnectionTimeout(bounds.patienceSeconds())
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .with(new NetClientOptions().setTcpKeepAlive(true))
                .connectingTo(() -> Future.succeededFuture(address.get().options()))
                .withConnectHandler(connection -> connection
                        .query(Durability.TURNS_ON + "; SET statement_timeout = " + bounds.statementSeconds() * 1000)
                        .execute()
                        .onComplete(any -> connection.close()))
                .using(own)
                .build();
    }

    String name() {
        return bounds.name();
    }

    /** The connections without the lane's bounds, for the hub's own work, which has bounds of its own. */
    Pool pool() {
        return pool;
    }

    /** How many questions are under way or waiting. */
    int asked() {
        return asked.get();
    }

    /** How many questions the lane has refused since the start. */
    int refused() {
        return refused.get();
    }

    /** Asks a question on one connection. Until the answer comes, no other question uses the connection. */
    <T> Future<T> ask(Function<SqlConnection, Future<T>> question) {
        int before = asked.getAndIncrement();
        if (before >= bounds.connections() + bounds.waiting()) {
            asked.decrementAndGet();
            return refusal();
        }
        boolean busy = before >= bounds.connections();
        return here(() -> work(busy, question)).onComplete(done -> asked.decrementAndGet());
    }

    private <T> Future<T> work(boolean busy, Function<SqlConnection, Future<T>> question) {
        return pool.getConnection()
                .recover(failure -> busy && isImpatience(failure) ? refusal() : Future.failedFuture(failure))
                .compose(
                        connection -> bounded(Future.succeededFuture(connection).compose(question))
                                .onComplete(done -> release(connection, done.cause()))
                                .recover(this::told));
    }

    /** Bounds the time of an answer: a silent network would say nothing for a quarter of an hour. */
    private <T> Future<T> bounded(Future<T> answer) {
        return bounds.statementSeconds() == 0
                ? answer
                : answer.timeout(bounds.statementSeconds() + SILENCE_BEYOND_S, TimeUnit.SECONDS);
    }

    /** Gives a connection back to the pool. Closes a silent connection first, so that no other question gets it. */
    private static void release(SqlConnection connection, @Nullable Throwable failure) {
        Future<Void> ended = failure instanceof TimeoutException ? HardClose.of(connection) : Future.succeededFuture();
        ended.onComplete(any -> connection.close());
    }

    /** Works on the lane's loop, and answers on the asker's loop. */
    @SuppressWarnings("ReferenceEquality") // the two Vert.x may be the same object
    private <T> Future<T> here(Supplier<Future<T>> work) {
        if (own == askers) {
            return work.get();
        }
        Context asker = askers.getOrCreateContext();
        Promise<T> answer = Promise.promise();
        own.runOnContext(turn -> {
            Future<T> done = work.get();
            done.onComplete(any -> asker.runOnContext(back -> done.onComplete(answer)));
        });
        return answer.future();
    }

    @SuppressWarnings("ReferenceEquality") // the two Vert.x may be the same object
    Future<Void> close() {
        if (own == askers) {
            return pool.close();
        }
        Context asker = askers.getOrCreateContext();
        Promise<Void> ended =
                Promise.promise(); // bound to no loop: the lane's loop ends before it could complete the promise
        pool.close().onComplete(closed -> own.close().onComplete(gone -> asker.runOnContext(turn -> ended.complete())));
        return ended.future();
    }

    private <T> Future<T> refusal() {
        refused.incrementAndGet();
        return Future.failedFuture(new RejectedExecutionException("too many questions for " + bounds.name()));
    }

    /** True where no connection became free in time. The pool says this by its text only. */
    private static boolean isImpatience(Throwable failure) {
        return "Timeout".equals(failure.getMessage());
    }

    private <T> Future<T> told(Throwable failure) {
        return Future.failedFuture(
                ENDED_BY_SERVER.equals(ServerRefusal.of(failure).state())
                        ? new Archive.HistoryTooLong(bounds.statementSeconds(), failure)
                        : failure);
    }
}

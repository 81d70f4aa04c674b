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
 * Some connections for questions of one kind, so that one kind makes no other wait. What is asked beyond the connections
 * waits, so many and for so long; more is refused at once with {@link RejectedExecutionException}. The server ends a
 * statement that takes too long, and the question fails with {@link Archive.HistoryTooLong}. May be used from any thread.
 */
final class DatabaseLane {
    private static final String ENDED_BY_SERVER = "57014";

    /** The server itself ends a statement before; some of one question may come one after another. */
    private static final int SILENCE_BEYOND_S = 5;

    /**
     * The bounds of a lane.
     *
     * @param connections to the server, opened when they are needed
     * @param waiting how many questions may wait for one
     * @param patienceSeconds how long a question waits for one, or for the server to let it in
     * @param statementSeconds how long the server works on one statement; 0 is for as long as it takes
     */
    record LaneBounds(String name, int connections, int waiting, int patienceSeconds, int statementSeconds) {}

    private final LaneBounds bounds;
    private final Vertx askers;
    private final Vertx own;
    private final Pool pool;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /**
     * A lane, not yet connected.
     *
     * @param own where what comes from the server is read: the askers' loops, or another Vert.x with a loop of its own, so
     *     that no asker's loop has any of it to do; the lane ends that one
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

    /** For the hub's own work, which bounds itself. */
    Pool pool() {
        return pool;
    }

    /** How many questions are under way or wait. */
    int asked() {
        return asked.get();
    }

    /** How many have been refused since the start. */
    int refused() {
        return refused.get();
    }

    /** Asks on one connection, which is the question's own until it has its answer. */
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

    /** A network that has gone silent tells nobody, for a quarter of an hour. */
    private <T> Future<T> bounded(Future<T> answer) {
        return bounds.statementSeconds() == 0
                ? answer
                : answer.timeout(bounds.statementSeconds() + SILENCE_BEYOND_S, TimeUnit.SECONDS);
    }

    /** The pool gets it back; one on which nothing is heard when it has ended, so that nobody else is given it. */
    private static void release(SqlConnection connection, @Nullable Throwable failure) {
        Future<Void> ended = failure instanceof TimeoutException ? HardClose.of(connection) : Future.succeededFuture();
        ended.onComplete(any -> connection.close());
    }

    /** On the lane's loop, with the answer back on the asker's. */
    @SuppressWarnings("ReferenceEquality") // one Vert.x or another
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

    @SuppressWarnings("ReferenceEquality") // one Vert.x or another
    Future<Void> close() {
        if (own == askers) {
            return pool.close();
        }
        Context asker = askers.getOrCreateContext();
        Promise<Void> ended = Promise.promise(); // of no loop, for the lane's ends before it could be told
        pool.close().onComplete(closed -> own.close().onComplete(gone -> asker.runOnContext(turn -> ended.complete())));
        return ended.future();
    }

    private <T> Future<T> refusal() {
        refused.incrementAndGet();
        return Future.failedFuture(new RejectedExecutionException("too many questions for " + bounds.name()));
    }

    /** The pool tells it by this one word only. */
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

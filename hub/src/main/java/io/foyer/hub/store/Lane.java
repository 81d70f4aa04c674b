package io.foyer.hub.store;

import io.foyer.hub.site.Archive;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Some connections for questions of one kind, so that one kind makes no other wait. What is asked beyond the connections
 * waits, so many and for so long; more is refused at once with {@link RejectedExecutionException}. The server ends a
 * statement that takes too long, and the question fails with {@link Archive.TooLong}. May be used from any thread.
 */
final class Lane {
    private static final String ENDED_BY_SERVER = "57014";

    /**
     * The bounds of a lane.
     *
     * @param connections to the server, opened when they are needed
     * @param waiting how many questions may wait for one
     * @param patienceSeconds how long a question waits for one, or for the server to let it in
     * @param statementSeconds how long the server works on one statement; 0 is for as long as it takes
     */
    record Bounds(String name, int connections, int waiting, int patienceSeconds, int statementSeconds) {}

    private final Bounds bounds;
    private final Pool pool;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** {@code ownLoop}: whether what comes from the server is read on a loop of the lane's own, and not on the asker's. */
    Lane(Vertx vertx, Supplier<ServerAddress> address, Bounds bounds, boolean ownLoop) {
        this.bounds = bounds;
        pool = PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(bounds.connections())
                        .setMaxWaitQueueSize(-1)
                        .setEventLoopSize(ownLoop ? 1 : 0)
                        .setConnectionTimeout(bounds.patienceSeconds())
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .with(new NetClientOptions().setTcpKeepAlive(true))
                .connectingTo(() -> Future.succeededFuture(address.get().options()))
                .withConnectHandler(connection -> connection
                        .query(Durability.TURNS_ON + "; SET statement_timeout = " + bounds.statementSeconds() * 1000)
                        .execute()
                        .onComplete(any -> connection.close()))
                .using(vertx)
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
        return pool.getConnection()
                .recover(failure -> before >= bounds.connections() && isImpatience(failure)
                        ? refusal()
                        : Future.failedFuture(failure))
                .compose(connection -> Future.succeededFuture(connection)
                        .compose(question)
                        .recover(this::told)
                        .eventually(connection::close))
                .onComplete(done -> asked.decrementAndGet());
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
                failure instanceof PgException told && ENDED_BY_SERVER.equals(told.getSqlState())
                        ? new Archive.TooLong(bounds.statementSeconds(), failure)
                        : failure);
    }
}

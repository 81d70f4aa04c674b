package io.foyer.hub.store;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database every second whether the database answers, and starts the embedded server again when the server has
 * died.
 */
final class ServerProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProbe.class);
    private static final long MILLIS_BETWEEN_QUESTIONS = 1000;
    private static final long LONGEST_ANSWER_S = 5;

    private final Vertx vertx;
    private final Pool pool;
    private final Server server;
    private final long timer;
    private volatile boolean up = true;
    private volatile boolean asking;
    private volatile boolean closed;

    private ServerProbe(Vertx vertx, Pool pool, Server server) {
        this.vertx = vertx;
        this.pool = pool;
        this.server = server;
        this.timer = vertx.setPeriodic(MILLIS_BETWEEN_QUESTIONS, any -> ask());
    }

    static ServerProbe start(Vertx vertx, Pool pool, Server server) {
        return new ServerProbe(vertx, pool, server);
    }

    /** True where the database answered the last question, some seconds ago at most. */
    boolean isUp() {
        return up;
    }

    private void ask() {
        if (asking || closed) {
            return;
        }
        asking = true;
        pool.query("SELECT 1")
                .execute()
                .timeout(LONGEST_ANSWER_S, TimeUnit.SECONDS)
                .onSuccess(any -> up = true)
                .recover(failure -> {
                    if (up) {
                        LOG.warn("The database does not answer: {}", failure.getMessage());
                    }
                    up = false;
                    return vertx.executeBlocking(
                            () -> {
                                server.revive();
                                return null;
                            },
                            false);
                })
                .onFailure(failure -> LOG.warn("PostgreSQL could not be started again: {}", failure.getMessage()))
                .onComplete(any -> asking = false);
    }

    @Override
    public void close() {
        closed = true;
        vertx.cancelTimer(timer);
    }
}

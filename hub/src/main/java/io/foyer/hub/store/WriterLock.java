package io.foyer.hub.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The session advisory lock of the one hub that writes to a database. The first connection gets the lock from its
 * holder. Each later connection waits until the session of the connection before has ended, and ends that session where
 * it must.
 */
final class WriterLock {
    /** "foyer" in ASCII. */
    static final long KEY = 0x666f796572L;

    static final String HOLDER = """
            SELECT a.pid, coalesce(host(a.client_addr), 'local') AS host, a.backend_start::text AS since
            FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'advisory' AND l.granted AND l.database = (
                SELECT oid FROM pg_database WHERE datname = current_database())
              AND l.classid::int8 = $1::int8 >> 32 AND l.objid::int8 = $1::int8 & 4294967295""";
    private static final int ATTEMPTS_A_SECOND = 10;
    private static final long PAUSE_MILLIS = 100;

    private final Vertx vertx;
    private final int attempts;
    private final Claims claims;
    private int lastProcess;
    private boolean handedOver;

    /** @param patience how long to wait for a session that is just ending */
    WriterLock(Vertx vertx, Duration patience, Claims claims) {
        this.vertx = vertx;
        this.attempts = ATTEMPTS_A_SECOND * (int) patience.toSeconds();
        this.claims = claims;
    }

    /** Holds the lock for a writer that has no connection yet. */
    interface Claims {
        /** Gives the lock to the session of a process that waits for it. Empty where the session must take the lock. */
        Optional<Future<Void>> handTo(int process);
    }

    /** Takes the lock for a connection. Fails with a {@link StoreException} where another hub has the lock. */
    Future<Void> take(PgConnection fresh) {
        return handedOver ? lock(fresh, attempts) : takeOver(fresh);
    }

    private Future<Void> takeOver(PgConnection fresh) {
        return fresh.query("SELECT pg_backend_pid() AS pid").execute().compose(rows -> {
            Optional<Future<Void>> handed = claims.handTo(rows.iterator().next().getInteger("pid"));
            handedOver = true;
            return handed.isEmpty()
                    ? lock(fresh, attempts)
                    : fresh.preparedQuery("SELECT pg_advisory_lock($1)")
                            .execute(Tuple.of(KEY))
                            .onSuccess(any -> lastProcess = fresh.processId())
                            .compose(any -> handed.get());
        });
    }

    private Future<Void> lock(PgConnection fresh, int left) {
        return fresh.preparedQuery("SELECT pg_try_advisory_lock($1) AS locked")
                .execute(Tuple.of(KEY))
                .compose(rows -> {
                    if (rows.iterator().next().getBoolean("locked")) {
                        lastProcess = fresh.processId();
                        return Future.succeededFuture();
                    }
                    return fresh.preparedQuery(HOLDER).execute(Tuple.of(KEY)).compose(holders -> {
                        @Nullable Row holder =
                                holders.size() == 0 ? null : holders.iterator().next();
                        if (left == 0) {
                            return Future.failedFuture(WriterClaim.another(Optional.ofNullable(holder)
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
}

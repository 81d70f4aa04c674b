package io.foyer.hub.web.login;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.LoginSession;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Asks the store for many sessions at once. While one question is under way the next one gathers. So thousands of
 * viewers that come at the same time need few questions. Only the people's loop uses this.
 */
final class SessionLookups {
    static final int MOST_AT_ONCE = 500;
    private static final int MOST_WAITING = 10_000;
    /** Longer than the loop needs to let a thousand viewers in; the answer may wait on the loop for so long. */
    private static final long PATIENCE_S = 4;

    private final Accounts accounts;
    private final Queue<WantedSession> waiting = new ArrayDeque<>();
    private boolean asking;

    private static final class WantedSession {
        final byte[] hash;
        final Promise<Optional<LoginSession>> answer = Promise.promise();

        WantedSession(byte[] hash) {
            this.hash = hash;
        }
    }

    SessionLookups(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The session of a token; empty where it is not good at {@code now}. Fails while the store is away. */
    Future<Optional<LoginSession>> of(byte[] hash, Instant now) {
        if (waiting.size() >= MOST_WAITING) {
            return Future.failedFuture(new RejectedExecutionException("too many sessions are looked up"));
        }
        WantedSession wanted = new WantedSession(hash);
        waiting.add(wanted);
        ask(now);
        return wanted.answer.future();
    }

    private void ask(Instant now) {
        if (asking || waiting.isEmpty()) {
            return;
        }
        asking = true;
        List<WantedSession> asked = new ArrayList<>();
        while (asked.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
            asked.add(waiting.remove());
        }
        accounts.sessions(asked.stream().map(wanted -> wanted.hash).toList(), now)
                .timeout(PATIENCE_S, TimeUnit.SECONDS)
                .onComplete(found -> {
                    asking = false;
                    tell(asked, found);
                    ask(now);
                });
    }

    private static void tell(List<WantedSession> asked, AsyncResult<List<Optional<LoginSession>>> found) {
        for (int i = 0; i < asked.size(); i++) {
            if (found.succeeded()) {
                asked.get(i).answer.complete(found.result().get(i));
            } else {
                asked.get(i).answer.fail(found.cause());
            }
        }
    }
}

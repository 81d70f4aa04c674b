package io.foyer.hub.site;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one change of the sites through at a time, the start among them: the next one works with what the last has made of
 * them. Those that come meanwhile are one, which begins when the last has ended, so that no queue grows. On one context.
 */
final class ReloadTurnstile<T> {
    private final Context loop;
    private Future<?> last = Future.succeededFuture();
    private @Nullable Future<T> next;

    ReloadTurnstile(Context loop) {
        this.loop = loop;
    }

    /** This has begun. */
    void occupy(Future<?> work) {
        last = work;
    }

    /** The work's answer, or that of what waits already. */
    Future<T> pass(Supplier<Future<T>> work) {
        Future<T> waits = next;
        if (waits != null) {
            return waits;
        }
        Promise<T> turn = Promise.promise();
        next = turn.future();
        last.onComplete(ended -> loop.runOnContext(begins -> {
            last = turn.future();
            next = null;
            work.get().onComplete(turn);
        }));
        return turn.future();
    }
}

package io.foyer.hub.site;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one change of the sites through at a time; the start is one. The next change works with the result of the last
 * one. Changes that come meanwhile become one change, which begins when the last one has ended: no queue grows. All of
 * this runs on one context.
 */
final class ReloadTurnstile<T> {
    private final Context loop;
    private Future<?> last = Future.succeededFuture();
    private @Nullable Future<T> next;

    ReloadTurnstile(Context loop) {
        this.loop = loop;
    }

    /** Notes work that has already begun. */
    void occupy(Future<?> work) {
        last = work;
    }

    /** Runs the work, and returns its answer. Where other work already waits, returns the answer of that work. */
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

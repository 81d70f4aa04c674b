package io.foyer.hub.store;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Bounds the time of work on one context's loop. A silent network gives no answer at all, not even a failure, and the
 * work behind must go on.
 */
record WorkPatience(Vertx vertx, Context context, Duration longest) {

    WorkPatience longer(Duration more) {
        return new WorkPatience(vertx, context, longest.plus(more));
    }

    /**
     * Call this on the loop. The future completes there, with a {@link TimeoutException} where the work took too long.
     */
    <T> Future<T> bound(Supplier<Future<T>> work) {
        Promise<T> end = Promise.promise();
        long alarm = vertx.setTimer(
                longest.toMillis(),
                any -> end.tryFail(
                        new TimeoutException("The database has not answered for " + longest.toSeconds() + " seconds")));
        work.get().onComplete(result -> {
            vertx.cancelTimer(alarm);
            if (Vertx.currentContext() == context) {
                settle(end, result);
            } else {
                context.runOnContext(any -> settle(end, result));
            }
        });
        return end.future();
    }

    private static <T> void settle(Promise<T> end, AsyncResult<T> result) {
        if (result.succeeded()) {
            end.tryComplete(result.result());
        } else {
            end.tryFail(result.cause());
        }
    }
}

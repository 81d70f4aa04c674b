package io.foyer.hub.site;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The one event loop that owns the sites, the connections of the devices and the connection of the journal. */
public record EventLoop(Context context, Thread thread) {

    /** The loop that the caller is on. */
    static EventLoop current(Vertx vertx) {
        return new EventLoop(vertx.getOrCreateContext(), Thread.currentThread());
    }

    /** Starts a new loop. */
    public static Future<EventLoop> start(Vertx vertx) {
        Promise<EventLoop> started = Promise.promise();
        return vertx.deployVerticle(new VerticleBase() {
                    @Override
                    public Future<?> start() {
                        started.complete(current(vertx));
                        return Future.succeededFuture();
                    }
                })
                .compose(deployed -> started.future());
    }

    /** Runs work on the loop; may be called from any thread. A failure of the work is a failed future. */
    public <T> Future<T> call(Supplier<Future<T>> work) {
        return Future.future(promise -> context.runOnContext(turn -> {
            try {
                work.get().onComplete(promise);
            } catch (RuntimeException e) {
                promise.fail(e);
            }
        }));
    }

    /** Runs work in a later turn of the loop. */
    void later(Runnable work) {
        context.runOnContext(turn -> work.run());
    }

    /** Runs work on the loop this many milliseconds later; for callers on the loop. */
    Consumer<Runnable> after(long ms) {
        return work -> context.owner().setTimer(ms, timer -> work.run());
    }

    /** Runs work on the loop again and again, for the first time after {@code firstMs}; for callers on the loop. */
    void every(long firstMs, long ms, Runnable work) {
        context.owner().setPeriodic(firstMs, ms, timer -> work.run());
    }

    /** Runs work that blocks on a thread of its own. The result comes back to the loop. */
    <T> Future<T> blocking(Callable<T> work) {
        return context.executeBlocking(work);
    }

    /** Throws {@link IllegalStateException} on any other thread. */
    void check() {
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("only the sites' event loop may do this");
        }
    }
}

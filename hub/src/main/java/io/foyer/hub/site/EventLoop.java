package io.foyer.hub.site;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** The one event loop that owns the sites, the connections of the devices and the connection of the journal. */
public record EventLoop(Context context) {

    /** Begins a loop of its own. */
    public static Future<EventLoop> start(Vertx vertx) {
        Promise<EventLoop> started = Promise.promise();
        return vertx.deployVerticle(new VerticleBase() {
                    @Override
                    public Future<?> start() {
                        started.complete(new EventLoop(context));
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

    /** Throws {@link IllegalStateException} on any other thread. */
    void check() {
        if (Vertx.currentContext() != context) {
            throw new IllegalStateException("sites belong to one event loop, and this is not it");
        }
    }
}

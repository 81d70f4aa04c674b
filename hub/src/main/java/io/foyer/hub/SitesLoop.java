package io.foyer.hub;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** The one event loop that owns the sites, the devices' connections and the journal's connection. */
final class SitesLoop extends VerticleBase {
    private SitesLoop() {}

    static Future<SitesLoop> start(Vertx vertx) {
        SitesLoop loop = new SitesLoop();
        return vertx.deployVerticle(loop).map(loop);
    }

    /** Runs the work on this loop; an exception fails the future. May be called from any other thread. */
    <T> Future<T> call(Supplier<Future<T>> work) {
        return Future.future(promise -> context.runOnContext(turn -> {
            try {
                work.get().onComplete(promise);
            } catch (RuntimeException e) {
                promise.fail(e);
            }
        }));
    }
}

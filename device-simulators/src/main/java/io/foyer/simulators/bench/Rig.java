package io.foyer.simulators.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.util.List;
import java.util.function.Supplier;

/**
 * Both servers, and what sends to them: sensors on one event loop, readers on another, so that a swipe does not wait for
 * the client's own telemetry.
 *
 * @param token of the hub's administrator
 */
record Rig(
        ServerProcess hub,
        ServerProcess bare,
        BenchSite site,
        Vertx vertx,
        Context sensors,
        Context readers,
        NetClient client,
        Noise noise,
        String token) {

    static Rig of(ServerProcess hub, ServerProcess bare, BenchSite site, Vertx vertx, Noise noise, String token) {
        return new Rig(
                hub,
                bare,
                site,
                vertx,
                vertx.getOrCreateContext(),
                vertx.getOrCreateContext(),
                vertx.createNetClient(),
                noise,
                token);
    }

    /** The bare server first, then the hub. */
    List<ServerProcess> servers() {
        return List.of(bare, hub);
    }

    /** Runs work on a loop and waits for its end. */
    static <T> T on(Context context, Supplier<Future<T>> work) {
        return Future.<T>future(
                        promise -> context.runOnContext(turn -> work.get().onComplete(promise)))
                .await();
    }
}

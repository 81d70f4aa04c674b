package io.foyer.hub.store;

import io.foyer.hub.store.Lane.Bounds;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.function.Supplier;

/**
 * All connections but the writer's.
 *
 * @param sessions who somebody is, and whether the database answers: short, and asked before everything else
 * @param lists what the API answers with some rows
 * @param histories what is gathered of very many rows, on a loop of its own: pages and probes do not wait for it
 * @param upkeep the hub's own work: loading a site, keeping tables within their bounds
 */
record Lanes(Lane sessions, Lane lists, Lane histories, Lane upkeep) {

    /** One loop, and nothing beside it. Made on a thread of no Vert.x, which would warn of it. */
    static Vertx loop() {
        return Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
    }

    static Lanes open(Vertx vertx, Vertx apart, Supplier<ServerAddress> address) {
        return new Lanes(
                new Lane(vertx, vertx, address, new Bounds("sessions", 2, 500, 3, 3)),
                new Lane(vertx, vertx, address, new Bounds("lists", 4, 200, 5, 10)),
                new Lane(vertx, apart, address, new Bounds("histories", 2, 200, 20, 20)),
                new Lane(vertx, vertx, address, new Bounds("upkeep", 2, 0, 5, 0)));
    }

    void watch(MeterRegistry metrics) {
        for (Lane lane : List.of(sessions, lists, histories)) {
            Gauge.builder("foyer.store.questions", lane, Lane::asked)
                    .tag("lane", lane.name())
                    .register(metrics);
            FunctionCounter.builder("foyer.store.refused", lane, Lane::refused)
                    .tag("lane", lane.name())
                    .register(metrics);
        }
    }

    Future<Void> close() {
        return Future.join(sessions.close(), lists.close(), histories.close(), upkeep.close())
                .mapEmpty();
    }
}

package io.foyer.hub.store;

import io.foyer.hub.store.DatabaseLane.LaneBounds;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.function.Supplier;

/**
 * All connections except the writer's.
 *
 * @param sessions short questions that come before all others: who somebody is, and whether the database answers
 * @param lists questions of the API whose answer has few rows
 * @param histories questions that read very many rows, on a loop of their own, so that pages and probes do not wait
 * @param upkeep the hub's own work: it loads sites and keeps tables within their bounds
 */
record DatabaseLanes(DatabaseLane sessions, DatabaseLane lists, DatabaseLane histories, DatabaseLane upkeep) {

    /**
     * A Vert.x with one loop only. A thread without a Vert.x makes it, because Vert.x would log a warning otherwise.
     */
    static Vertx loop() {
        return Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
    }

    static DatabaseLanes open(Vertx vertx, Vertx apart, Supplier<ServerAddress> address) {
        return new DatabaseLanes(
                new DatabaseLane(vertx, vertx, address, new LaneBounds("sessions", 2, 500, 3, 3)),
                new DatabaseLane(vertx, vertx, address, new LaneBounds("lists", 4, 200, 5, 10)),
                new DatabaseLane(vertx, apart, address, new LaneBounds("histories", 2, 200, 20, 20)),
                new DatabaseLane(vertx, vertx, address, new LaneBounds("upkeep", 2, 0, 5, 0)));
    }

    void watch(MeterRegistry metrics) {
        for (DatabaseLane lane : List.of(sessions, lists, histories)) {
            Gauge.builder("foyer.store.questions", lane, DatabaseLane::asked)
                    .tag("lane", lane.name())
                    .register(metrics);
            FunctionCounter.builder("foyer.store.refused", lane, DatabaseLane::refused)
                    .tag("lane", lane.name())
                    .register(metrics);
        }
    }

    Future<Void> close() {
        return Future.join(sessions.close(), lists.close(), histories.close(), upkeep.close())
                .mapEmpty();
    }
}

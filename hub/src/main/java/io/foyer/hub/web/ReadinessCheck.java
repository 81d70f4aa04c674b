package io.foyer.hub.web;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * A part that must be in order for the hub to be ready.
 *
 * @param name as people know it: database, sites, mqtt
 * @param inOrder asked each time; false, a failure and no answer within {@link HealthRoutes#PATIENCE} are all "not ready"
 */
public record ReadinessCheck(String name, Supplier<Future<Boolean>> inOrder) {}

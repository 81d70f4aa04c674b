package io.foyer.hub.web;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * A part that must be in order for the hub to be ready.
 *
 * @param name the part in words for people: database, sites, mqtt
 * @param inOrder called each time; false, a failure and no answer within {@link HealthRoutes#PATIENCE} all mean "not
 *     ready"
 */
public record ReadinessCheck(String name, Supplier<Future<Boolean>> inOrder) {}

package io.foyer.hub.web.api;

import io.vertx.core.Future;
import java.util.function.Function;

/** An operation of the API and the code that answers it. */
record Endpoint(Operation operation, Function<ApiCall, Future<ApiAnswer>> act) {}

package io.foyer.simulators.bench;

import io.vertx.core.Future;

/** What strangers or a broken device do to the hub while people swipe: bounded, and harmless to any server. */
interface Abuse {
    String name();

    /** Begins, and goes on until it is ended; to be called on the loop that shall own it. */
    Future<Void> begin();

    Future<Void> end();
}

package io.foyer.hub.web.api;

import io.vertx.core.Future;

/** The store could not be asked just now. */
final class StoreAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StoreAway(Throwable cause) {
        super(cause);
    }

    /** Marks the failure of a store's future, which means only this; a fault of our own is something else. */
    static <T> Future<T> known(Future<T> asked) {
        return asked.recover(
                cause -> Future.failedFuture(cause instanceof IllegalArgumentException ? cause : new StoreAway(cause)));
    }
}

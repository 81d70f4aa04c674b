package io.foyer.hub.web.api;

import io.vertx.core.Future;
import java.util.function.Supplier;

/** What can be wrong when the store is asked, told apart from a fault of our own. */
final class Asked {
    private Asked() {}

    /** The store could not be asked just now. */
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Away(Throwable cause) {
            super(cause);
        }
    }

    /** The cursor is none that the store has given. */
    static final class BadCursor extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private BadCursor(Throwable cause) {
            super(cause);
        }
    }

    /** A question whose future fails only while the store is away. */
    static <T> Future<T> of(Future<T> answer) {
        return answer.recover(cause -> Future.failedFuture(new Away(cause)));
    }

    /** A question for a page of a list. */
    static <T> Future<T> page(Supplier<Future<T>> answer) {
        return Future.succeededFuture()
                .compose(start -> answer.get())
                .recover(cause -> Future.failedFuture(
                        cause instanceof IllegalArgumentException ? new BadCursor(cause) : new Away(cause)));
    }
}

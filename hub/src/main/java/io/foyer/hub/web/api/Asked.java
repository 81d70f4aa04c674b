package io.foyer.hub.web.api;

import io.foyer.hub.site.Archive;
import io.vertx.core.Future;
import java.util.concurrent.RejectedExecutionException;
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

    /** A question to the store. */
    static <T> Future<T> of(Future<T> answer) {
        return answer.recover(Asked::told);
    }

    private static <T> Future<T> told(Throwable cause) {
        boolean busy = cause instanceof RejectedExecutionException || cause instanceof Archive.TooLong;
        return Future.failedFuture(busy ? cause : new Away(cause));
    }

    /** A question for a page of a list. */
    static <T> Future<T> page(Supplier<Future<T>> answer) {
        return Future.succeededFuture()
                .compose(start -> answer.get())
                .recover(cause -> cause instanceof IllegalArgumentException
                        ? Future.failedFuture(new BadCursor(cause))
                        : told(cause));
    }
}

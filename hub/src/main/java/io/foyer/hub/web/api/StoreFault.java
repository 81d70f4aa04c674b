package io.foyer.hub.web.api;

import io.foyer.hub.site.Archive;
import io.foyer.hub.site.SlowLog;
import io.foyer.hub.web.wire.Problem;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Tells the faults of the store apart from the faults of the hub. */
final class StoreFault {
    private StoreFault() {}

    /** The store does not answer now. */
    private static final class StoreAway extends RequestFault {
        private static final long serialVersionUID = 1L;

        StoreAway(Throwable cause) {
            super("the store is away", cause);
        }

        @Override
        ApiAnswer answer() {
            return ApiAnswer.problem(503, "The database is away. Try again when it is back.");
        }

        @Override
        void tell(SlowLog log, String asked) {
            log.warn("the store is away", asked, String.valueOf(getCause()));
        }
    }

    /** The store has given up a question that takes too long. */
    private static final class SlowStore extends RequestFault {
        private static final long serialVersionUID = 1L;
        private final int seconds;

        SlowStore(Archive.HistoryTooLong given) {
            super("the store has given up a question", given);
            this.seconds = given.seconds();
        }

        @Override
        ApiAnswer answer() {
            return ApiAnswer.problem(
                            503,
                            "The database needs more than " + seconds
                                    + " s for this. Ask for less at once: a shorter range, or one filter less.")
                    .with("Retry-After", Integer.toString(seconds));
        }
    }

    /** A cursor does not come from the store. */
    private static final class BadCursor extends RequestFault {
        private static final long serialVersionUID = 1L;

        BadCursor(Throwable cause) {
            super("no cursor of the store", cause);
        }

        @Override
        ApiAnswer answer() {
            return ApiAnswer.problem(Problem.invalid(
                    List.of(Problem.error("cursor", "不是由上一页给出的", "is not a cursor of an earlier page"))));
        }
    }

    /** The answer of the store, with a fault of the store as a {@link RequestFault}. */
    static <T> Future<T> of(Future<T> answer) {
        return answer.recover(StoreFault::told);
    }

    private static <T> Future<T> told(Throwable cause) {
        try {
            throw cause;
        } catch (RejectedExecutionException e) {
            return Future.failedFuture(e);
        } catch (Archive.HistoryTooLong e) {
            return Future.failedFuture(new SlowStore(e));
        } catch (Throwable e) {
            return Future.failedFuture(new StoreAway(e));
        }
    }

    /** A page of a list. A bad cursor is a fault of the request. */
    static <T> Future<T> page(Supplier<Future<T>> answer) {
        return Future.succeededFuture()
                .compose(start -> answer.get())
                .recover(cause -> cause instanceof IllegalArgumentException
                        ? Future.failedFuture(new BadCursor(cause))
                        : told(cause));
    }
}

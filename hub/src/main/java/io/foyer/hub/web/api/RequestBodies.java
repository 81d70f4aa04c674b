package io.foyer.hub.web.api;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of permitted requests. The size of a body and of all bodies is bounded. Where a connection has other
 * requests too, the time is bounded as well. Only the people's loop uses this.
 */
final class RequestBodies {
    /** The most bytes of all bodies that are on their way. */
    static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final long LONGEST_MS = 120_000;

    private long held;

    /** The reason why the hub did not take a body. */
    static final class BodyRefusal extends RequestFault {
        private static final long serialVersionUID = 1L;
        private final int status;

        private BodyRefusal(int status, String why) {
            super(why, null);
            this.status = status;
        }

        @Override
        ApiAnswer answer() {
            ApiAnswer answer =
                    ApiAnswer.problem(status, String.valueOf(getMessage())).last();
            return status == 503 ? answer.with("Retry-After", "1") : answer;
        }
    }

    /** The sender of the body is gone, so the hub answers nobody. */
    static final class ConnectionLoss extends RequestFault {
        private static final long serialVersionUID = 1L;

        private ConnectionLoss() {
            super("the connection has ended", null);
        }

        @Override
        ApiAnswer answer() {
            return ApiAnswer.problem(400, "The body did not come whole.");
        }
    }

    static boolean isSent(HttpServerRequest request) {
        return declared(request) > 0 || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** The whole body of a request that is paused. Fails with {@link BodyRefusal} or {@link ConnectionLoss}. */
    Future<Buffer> read(HttpServerRequest request, int most) {
        @Nullable String expected = request.getHeader(HttpHeaders.EXPECT);
        if (expected != null && !expected.equalsIgnoreCase("100-continue")) {
            return Future.failedFuture(new BodyRefusal(417, "Only `100-continue` can be expected."));
        }
        if (declared(request) > most) {
            return Future.failedFuture(tooLarge(most));
        }
        if (expected != null && request.version() != HttpVersion.HTTP_1_0) {
            request.response().writeContinue();
        }
        BodyReading reading = new BodyReading(most);
        reading.begin(request);
        return reading.whole.future();
    }

    private static BodyRefusal tooLarge(int most) {
        return new BodyRefusal(
                413,
                most > Api.MOST_BODY_BYTES
                        ? "The file is larger than 10 MB: send it in parts."
                        : "The body is larger than " + most / 1024 + " KiB.");
    }

    private static long declared(HttpServerRequest request) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1; // HTTP/2: the frames say the length
        }
    }

    private final class BodyReading {
        private final int most;
        private final Buffer body = Buffer.buffer();
        private final Promise<Buffer> whole = Promise.promise();

        BodyReading(int most) {
            this.most = most;
        }

        void begin(HttpServerRequest request) {
            request.handler(this::take);
            request.endHandler(end -> finish(null));
            request.exceptionHandler(cut -> finish(new ConnectionLoss()));
            if (request.version() == HttpVersion.HTTP_2) {
                Vertx vertx = Vertx.currentContext().owner();
                long timer =
                        vertx.setTimer(LONGEST_MS, late -> finish(new BodyRefusal(408, "The body took too long.")));
                whole.future().onComplete(done -> vertx.cancelTimer(timer));
            }
            request.resume();
        }

        private void take(Buffer part) {
            if (whole.future().isComplete()) {
                return;
            }
            if (body.length() + part.length() > most) {
                finish(tooLarge(most));
            } else if (held + part.length() > MOST_BYTES) {
                finish(new BodyRefusal(503, "Too much at once. Try again in a moment."));
            } else {
                held += part.length();
                body.appendBuffer(part);
            }
        }

        private void finish(@Nullable RuntimeException fault) {
            if (whole.future().isComplete()) {
                return;
            }
            held -= body.length();
            if (fault == null) {
                whole.complete(body);
            } else {
                whole.fail(fault);
            }
        }
    }
}

package io.foyer.hub.web;

import io.foyer.hub.site.SlowLog;
import io.foyer.hub.web.api.ReplyWriter;
import io.foyer.hub.web.login.PublicAddress;
import io.foyer.hub.web.wire.Problem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Stands before the routes. Refuses a request that is no HTTP, or that a proxy before the hub may have understood in
 * another way, and says who sent the request.
 */
final class Reception implements Handler<HttpServerRequest> {
    private static final Pattern ESCAPED = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+");

    private final Handler<HttpServerRequest> routes;
    private final PageConnections connections;
    private final PublicAddress address;
    private final SlowLog log;

    Reception(Handler<HttpServerRequest> routes, PageConnections connections, PublicAddress address, SlowLog log) {
        this.routes = routes;
        this.connections = connections;
        this.address = address;
        this.log = log;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            connections.hear(request.connection());
        }
        Optional<String> fault = fault(request);
        if (fault.isPresent()) {
            refuse(request, 400, fault.get());
        } else {
            routes.handle(request);
        }
    }

    /** Answers a request that could not be decoded, and closes the connection after the answer. */
    void handleInvalid(HttpServerRequest request) {
        try {
            throw request.decoderResult().cause();
        } catch (TooLongHttpLineException e) {
            refuse(request, 414, "The address is longer than 4 KiB.");
        } catch (TooLongHttpHeaderException e) {
            refuse(request, 431, "The headers are longer than 8 KiB.");
        } catch (Throwable e) {
            refuse(request, 400, "This is no request of HTTP/1.1.");
        }
    }

    private void refuse(HttpServerRequest request, int status, String detail) {
        log.warn("refused a request", address.clientOf(request), detail);
        ReplyWriter.lastProblem(request, Problem.of(status, detail));
    }

    private static Optional<String> fault(HttpServerRequest request) {
        boolean one = request.version() == HttpVersion.HTTP_1_1;
        if (request.version() != HttpVersion.HTTP_2) {
            int hosts = request.headers().getAll(HttpHeaders.HOST).size();
            if (hosts > 1 || (one && hosts == 0)) {
                return Optional.of("There must be one `Host` header.");
            }
            List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
            if (!codings.isEmpty() && !(one && codings.size() == 1 && isChunked(codings.get(0)))) {
                return Optional.of("`Transfer-Encoding` may be `chunked`, and in HTTP/1.1 only.");
            }
        }
        return ESCAPED.matcher(request.uri()).matches()
                ? Optional.empty()
                : Optional.of("There is a `%` in the address that is no escape.");
    }

    private static boolean isChunked(String coding) {
        return coding.strip().toLowerCase(Locale.ROOT).equals("chunked");
    }
}

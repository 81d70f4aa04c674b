package io.foyer.hub.web.api;

import io.foyer.hub.web.api.PagedDownload.FilePage;
import io.foyer.hub.web.wire.Json;
import io.foyer.hub.web.wire.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers as JSON and problems as {@code application/problem+json}. No cache may keep an answer. */
public final class ReplyWriter {
    private static final Logger log = LoggerFactory.getLogger(ReplyWriter.class);

    private ReplyWriter() {}

    static void send(RoutingContext context, ApiAnswer answer) {
        if (isOver(context.response())) {
            return;
        }
        answer.headers().forEach((name, value) -> {
            if (context.request().version() != HttpVersion.HTTP_2 || !name.equals("Connection")) {
                context.response().putHeader(name, value);
            }
        });
        if (answer.body() instanceof Download download) {
            file(context.response(), download.type(), download.name());
            end(context.request(), download.content());
            return;
        }
        if (answer.body() instanceof PagedDownload pages) {
            file(context.response(), pages.type(), pages.name());
            if (context.request().method().equals(HttpMethod.HEAD)) {
                context.response().end();
            } else {
                context.response().setChunked(true);
                page(context.response(), pages.first());
            }
            return;
        }
        json(context, answer.status(), answer.body());
    }

    private static void file(HttpServerResponse response, String type, String name) {
        response.putHeader("Content-Type", type)
                .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .putHeader("Cache-Control", "no-store");
    }

    /**
     * Writes a page, and asks for the next one when the client has taken it. Where a page cannot be read, the connection
     * ends, so that nobody takes the part for the whole.
     */
    private static void page(HttpServerResponse response, FilePage page) {
        Supplier<Future<FilePage>> next = page.next();
        if (isOver(response)) {
            return;
        }
        if (next == null) {
            response.end(page.content());
            return;
        }
        response.write(page.content());
        if (response.writeQueueFull()) {
            response.drainHandler(taken -> {
                response.drainHandler(null);
                follow(response, next);
            });
        } else {
            follow(response, next);
        }
    }

    private static void follow(HttpServerResponse response, Supplier<Future<FilePage>> next) {
        next.get().onSuccess(page -> page(response, page)).onFailure(fault -> {
            log.warn("A file could not be written to its end: {}", fault.toString());
            response.reset();
        });
    }

    public static void json(RoutingContext context, int status, Object body) {
        json(context.request(), status, body);
    }

    private static void json(HttpServerRequest request, int status, Object body) {
        if (isOver(request.response())) {
            return;
        }
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", status >= 400 ? Problem.MEDIA_TYPE : "application/json")
                .putHeader("Cache-Control", "no-store");
        end(request, Buffer.buffer(Json.bytes(body)));
    }

    private static boolean isOver(HttpServerResponse response) {
        return response.ended() || response.closed();
    }

    /** Ends the answer with a body. An answer to HEAD has only the length of the body. */
    public static void end(HttpServerRequest request, Buffer body) {
        HttpServerResponse response = request.response();
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }

    /** Writes a problem and ends the connection. */
    public static void lastProblem(HttpServerRequest request, Problem problem) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader("Connection", "close");
        }
        json(request, problem.status(), problem);
    }

    public static void problem(RoutingContext context, Problem problem) {
        json(context, problem.status(), problem);
    }
}

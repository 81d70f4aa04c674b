package io.foyer.hub.web.api;

import io.foyer.hub.web.wire.Json;
import io.foyer.hub.web.wire.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Writes answers as JSON, problems as {@code application/problem+json}; none of it may be kept by a cache. */
public final class Replies {
    private Replies() {}

    static void send(RoutingContext context, Answer answer) {
        answer.headers().forEach(context.response()::putHeader);
        if (answer.body() instanceof Download download) {
            context.response()
                    .putHeader("Content-Type", download.type())
                    .putHeader("Content-Disposition", "attachment; filename=\"" + download.name() + "\"")
                    .putHeader("Cache-Control", "no-store")
                    .end(download.content());
            return;
        }
        json(context, answer.status(), answer.body());
    }

    public static void json(RoutingContext context, int status, Object body) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", status >= 400 ? Problem.MEDIA_TYPE : "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(Json.bytes(body)));
    }

    public static void problem(RoutingContext context, Problem problem) {
        json(context, problem.status(), problem);
    }
}

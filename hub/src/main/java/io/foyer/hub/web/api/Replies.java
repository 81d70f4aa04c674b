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
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        answer.headers().forEach(response::putHeader);
        response.setStatusCode(answer.status())
                .putHeader("Content-Type", answer.body() instanceof Problem ? Problem.MEDIA_TYPE : "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(Json.bytes(answer.body())));
    }

    public static void problem(RoutingContext context, int status, String detail) {
        send(context, Answer.problem(status, detail));
    }
}

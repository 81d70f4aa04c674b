package io.foyer.hub.web;

import io.foyer.hub.web.api.Api;
import io.foyer.hub.web.api.Replies;
import io.foyer.hub.web.live.LiveRoute;
import io.foyer.hub.web.login.Sessions;
import io.foyer.hub.web.wire.Problem;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people's edge: one HTTP server for pages, API and live feed, on a loop of its own so that no page makes a door
 * wait. Deployed once.
 */
public final class Web extends VerticleBase {
    private static final Logger log = LoggerFactory.getLogger(Web.class);

    /** Small, so that a viewer who does not read is noticed soon. */
    private static final int SEND_BUFFER_BYTES = 64 * 1024;

    /** Viewers send nothing that we need. */
    private static final int MOST_VIEWER_BYTES = 4 * 1024;

    private static final int IDLE_SECONDS = 75;
    private static final int ACCEPT_BACKLOG = 4_096;
    private static final Map<Integer, String> DETAILS = Map.of(
            403, "This request comes from a page of another host.",
            404, "There is nothing here.",
            405, "This can be asked in another way only; see `Allow`.",
            413, "The body is larger than 64 KiB.",
            426, "This is a WebSocket.");

    private final WebOptions options;
    private final Parts parts;
    private final List<Check> checks;
    private final InstantSource clock;
    private final PrometheusMeterRegistry metrics;
    private @Nullable HttpServer server;

    public Web(
            WebOptions options, Parts parts, List<Check> checks, InstantSource clock, PrometheusMeterRegistry metrics) {
        this.options = options;
        this.parts = parts;
        this.checks = checks;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public Future<?> start() {
        Sessions sessions = new Sessions(parts.accounts(), clock);
        LiveRoute live = new LiveRoute(parts.feed(), sessions, clock, metrics);
        parts.feed().start(vertx, context);
        live.start(vertx);
        HttpServer created = vertx.createHttpServer(serverOptions()).requestHandler(router(sessions, live));
        server = created;
        return created.listen();
    }

    /** The port that it really listens on. */
    public int port() {
        return Objects.requireNonNull(server, "not started").actualPort();
    }

    private HttpServerOptions serverOptions() {
        HttpServerOptions server = new HttpServerOptions()
                .setHost(options.host())
                .setPort(options.port())
                .setAcceptBacklog(ACCEPT_BACKLOG)
                .setIdleTimeout(IDLE_SECONDS)
                .setSendBufferSize(SEND_BUFFER_BYTES)
                .setMaxWebSocketFrameSize(MOST_VIEWER_BYTES)
                .setMaxWebSocketMessageSize(MOST_VIEWER_BYTES)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setWebSocketSubProtocols(List.of(LiveRoute.PROTOCOL));
        options.tls().ifPresent(key -> server.setSsl(true).setUseAlpn(true).setKeyCertOptions(key));
        return server;
    }

    private Router router(Sessions sessions, LiveRoute live) {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            context.response()
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Referrer-Policy", "same-origin");
            context.next();
        });
        new Health(vertx, checks, metrics).mount(router);
        new Api(
                        parts.houses(),
                        parts.archive(),
                        parts.accounts(),
                        parts.files(),
                        sessions,
                        parts.passwords(),
                        parts.recognition(),
                        parts.feed(),
                        clock,
                        metrics,
                        options.tls().isPresent())
                .mount(router);
        router.get("/live/:site").handler(live::handle);
        Resources resources = new Resources(vertx, Web.class.getClassLoader());
        new Pages(vertx, resources, sessions, parts.houses(), parts.files()).mount(router);
        DETAILS.forEach((status, detail) ->
                router.errorHandler(status, context -> Replies.problem(context, Problem.of(status, detail))));
        router.errorHandler(400, context -> Replies.problem(context, Problem.of(400, "The request is malformed.")));
        router.errorHandler(500, context -> {
            log.error(
                    "{} {} failed",
                    context.request().method(),
                    context.request().path(),
                    context.failure());
            Replies.problem(context, Problem.of(500, "Something went wrong here. It has been logged."));
        });
        return router;
    }
}

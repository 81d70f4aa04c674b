package io.foyer.hub.web;

import io.foyer.hub.site.CredentialRecognition;
import io.foyer.hub.site.SlowLog;
import io.foyer.hub.web.api.Api;
import io.foyer.hub.web.api.ReplyWriter;
import io.foyer.hub.web.live.LiveRoute;
import io.foyer.hub.web.login.KnownBrowser;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.SessionTokens;
import io.foyer.hub.web.wire.Problem;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people's edge: one HTTP server for pages, API and live feed. It has a loop of its own, so that no page makes a
 * door wait. The hub deploys it once.
 */
public final class WebServer extends VerticleBase {
    private static final Logger log = LoggerFactory.getLogger(WebServer.class);

    /** Small, so that the hub soon notices a viewer who does not read. */
    private static final int SEND_BUFFER_BYTES = 64 * 1024;

    /** Viewers send nothing that the hub needs. */
    private static final int MOST_VIEWER_BYTES = 4 * 1024;

    private static final int IDLE_SECONDS = 75;
    private static final int LONGEST_TOLD = 40;
    private static final int ACCEPT_BACKLOG = 4_096;
    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The request is malformed.",
            403, "This request comes from a page of another host.",
            426, "This is a WebSocket.");

    private final WebOptions options;
    private final WebParts parts;
    private final List<ReadinessCheck> checks;
    private final InstantSource clock;
    private final PrometheusMeterRegistry metrics;
    private final SlowLog slow;
    private @Nullable HttpServer server;

    public WebServer(
            WebOptions options,
            WebParts parts,
            List<ReadinessCheck> checks,
            InstantSource clock,
            PrometheusMeterRegistry metrics) {
        this.options = options;
        this.parts = parts;
        this.checks = checks;
        this.clock = clock;
        this.metrics = metrics;
        slow = new SlowLog(log, clock);
    }

    @Override
    public Future<?> start() {
        PageSessions sessions = new PageSessions(parts.accounts(), new SessionTokens(parts.seal()), clock);
        LiveRoute live = new LiveRoute(parts.feed(), sessions, options.address(), clock, metrics);
        parts.feed().start(vertx, context);
        live.start(vertx);
        HttpServerOptions ours = serverOptions();
        PageConnections connections = new PageConnections(clock, slow, metrics, ours, options.mostConnections());
        vertx.setPeriodic(1_000, timer -> {
            connections.second();
            slow.settle();
        });
        Reception reception = new Reception(router(sessions, live), connections, options.address(), slow);
        HttpServer created = vertx.createHttpServer(ours)
                .connectionHandler(connections::meet)
                .invalidRequestHandler(reception::handleInvalid)
                .requestHandler(reception);
        server = created;
        return created.listen();
    }

    /** A route of a page or a file. GET gets the answer, HEAD gets the headers of the answer. */
    static Route get(Router router, String path) {
        return router.get(path).method(HttpMethod.HEAD);
    }

    /** The port on which the server really listens. */
    public int port() {
        return Objects.requireNonNull(server, "not started").actualPort();
    }

    private HttpServerOptions serverOptions() {
        HttpServerOptions server = new HttpServerOptions()
                .setHost(options.host())
                .setPort(options.port())
                .setAcceptBacklog(ACCEPT_BACKLOG)
                .setIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setSendBufferSize(SEND_BUFFER_BYTES)
                .setMaxWebSocketFrameSize(MOST_VIEWER_BYTES)
                .setMaxWebSocketMessageSize(MOST_VIEWER_BYTES)
                .setWebSocketClosingTimeout(-1) // Vert.x logs a stack trace each time; RequestTurns has the time
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setWebSocketSubProtocols(List.of(LiveRoute.PROTOCOL));
        options.tls().ifPresent(key -> server.setSsl(true).setUseAlpn(true).setKeyCertOptions(key));
        return server;
    }

    private Router router(PageSessions sessions, LiveRoute live) {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            context.response()
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Referrer-Policy", "same-origin");
            if (options.address().secure()) {
                context.response().putHeader("Strict-Transport-Security", "max-age=31536000");
            }
            context.next();
        });
        new HealthRoutes(vertx, checks, metrics).mount(router);
        PageResources resources = new PageResources(vertx, WebServer.class.getClassLoader());
        new PageRoutes(vertx, resources, sessions, parts.directory(), parts.files(), options.address()).mount(router);
        new Api(
                        parts.directory(),
                        parts.archive(),
                        parts.accounts(),
                        parts.files(),
                        sessions,
                        parts.passwords(),
                        new KnownBrowser(parts.seal()),
                        CredentialRecognition.with(parts.seal()),
                        parts.feed(),
                        clock,
                        metrics,
                        options.address(),
                        options.demoTime())
                .mount(router);
        get(router, "/live/:site").handler(live::handle);
        answerErrors(router);
        return router;
    }

    private static String firstOf(RoutingContext context) {
        String path = context.request().path();
        int next = path.indexOf('/', 1);
        return path.substring(0, Math.min(next < 0 ? path.length() : next, LONGEST_TOLD));
    }

    /** The log shows the path of the route. The path of the request may have a PIN or a token. */
    private void answerErrors(Router router) {
        DETAILS.forEach((status, detail) ->
                router.errorHandler(status, context -> ReplyWriter.problem(context, Problem.of(status, detail))));
        router.errorHandler(404, context -> {
            String client = options.address().clientOf(context.request());
            slow.warn("asked for a path that is not there", client, firstOf(context));
            ReplyWriter.problem(context, Problem.of(404, "There is nothing here."));
        });
        router.errorHandler(405, context -> {
            context.response().putHeader("Allow", "GET, HEAD"); // the routes of the API set their own
            ReplyWriter.problem(context, Problem.of(405, "This path has no such method; see `Allow`."));
        });
        router.errorHandler(500, context -> {
            Route route = context.currentRoute();
            slow.fault(
                    "request failed",
                    context.request().method() + " " + (route == null ? "" : route.getName()),
                    context.failure());
            ReplyWriter.problem(context, Problem.of(500, "Something went wrong here. It has been logged."));
        });
    }
}

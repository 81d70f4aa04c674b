package io.foyer.hub.web;

import io.foyer.hub.site.command.Reply.FieldError;
import io.foyer.hub.web.api.ReplyWriter;
import io.foyer.hub.web.wire.Problem;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether the hub lives and whether it is ready, and gives the hub's figures. No answer needs a session,
 * because supervisors and scrapers have none. So no figure has a name, a credential or a site's counts.
 */
final class HealthRoutes {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final List<ReadinessCheck> checks;
    private final PrometheusMeterRegistry metrics;
    private @Nullable Future<String> gathering;

    HealthRoutes(Vertx vertx, List<ReadinessCheck> checks, PrometheusMeterRegistry metrics) {
        this.vertx = vertx;
        this.checks = List.copyOf(checks);
        this.metrics = metrics;
    }

    void mount(Router router) {
        WebServer.get(router, "/healthz").handler(context -> ReplyWriter.json(context, 200, Map.of("status", "alive")));
        WebServer.get(router, "/readyz").handler(this::ready);
        WebServer.get(router, "/metrics").handler(this::figures);
    }

    private void ready(RoutingContext context) {
        List<Future<Boolean>> asked = checks.stream().map(HealthRoutes::ask).toList();
        Future.join(asked).onComplete(all -> {
            List<String> failing = IntStream.range(0, checks.size())
                    .filter(at -> !asked.get(at).result())
                    .mapToObj(at -> checks.get(at).name())
                    .toList();
            if (failing.isEmpty()) {
                ReplyWriter.json(context, 200, Map.of("status", "ready"));
                return;
            }
            List<FieldError> errors = failing.stream()
                    .map(name -> Problem.error(name, "未就绪", "is not ready"))
                    .toList();
            String detail = failing.stream().collect(Collectors.joining(", ", "Not ready: ", "."));
            ReplyWriter.problem(context, new Problem("Service Unavailable", 503, detail, errors));
        });
    }

    private static Future<Boolean> ask(ReadinessCheck check) {
        return Future.succeededFuture()
                .compose(start -> check.inOrder().get())
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(false);
    }

    /**
     * Gathers the figures once for all who ask meanwhile. Otherwise many questions would take the time of the doors.
     */
    private void figures(RoutingContext context) {
        Future<String> gathered = gathering == null ? gather() : gathering;
        gathered.onComplete(scraped -> {
            if (scraped.failed()) {
                context.fail(scraped.cause());
                return;
            }
            context.response()
                    .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                    .putHeader("Cache-Control", "no-store");
            ReplyWriter.end(context.request(), Buffer.buffer(scraped.result()));
        });
    }

    private Future<String> gather() {
        Future<String> begun = vertx.executeBlocking(metrics::scrape, false);
        gathering = begun;
        return begun.onComplete(done -> gathering = null);
    }
}

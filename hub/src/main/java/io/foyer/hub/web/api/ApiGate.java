package io.foyer.hub.web.api;

import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.SlowLog;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.PublicAddress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands before every endpoint. Only what {@link AdmissionCheck} admits reaches the endpoint. */
final class ApiGate {
    private static final Logger log = LoggerFactory.getLogger(ApiGate.class);

    /** A month of late readings takes less to fold; beyond it the answer tells what the ledger has. */
    private static final long LONGEST_FOLD_S = 10;

    private final SiteDirectory directory;
    private final AdmissionCheck admissions;
    private final MeterRegistry metrics;
    private final SlowLog slow;
    private final RequestBodies bodies = new RequestBodies();

    ApiGate(
            SiteDirectory directory,
            PageSessions sessions,
            PublicAddress address,
            InstantSource clock,
            MeterRegistry metrics) {
        this.directory = directory;
        this.admissions = new AdmissionCheck(directory, sessions, address, clock);
        this.metrics = metrics;
        slow = new SlowLog(log, clock);
    }

    /**
     * Mounts the endpoints. After those of each path comes a route that tells the allowed methods to all other methods.
     */
    void mount(Router router, List<Endpoint> endpoints) {
        Map<String, Set<String>> methods = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            Operation operation = endpoint.operation();
            String path = operation.path().replace("{", ":").replace("}", "");
            Set<String> allowed = methods.computeIfAbsent(path, first -> new TreeSet<>());
            Route route = router.route(operation.method(), path);
            allowed.add(operation.method().name());
            if (!operation.changes()) {
                route.method(HttpMethod.HEAD);
                allowed.add(HttpMethod.HEAD.name());
            }
            route.handler(context -> serve(context, endpoint));
        }
        methods.forEach((path, allowed) -> router.route(path)
                .handler(context -> ReplyWriter.send(
                        context,
                        ApiAnswer.problem(405, "This path has no such method; see `Allow`.")
                                .with("Allow", String.join(", ", allowed)))));
    }

    /** Reads the body only after the hub knows who sends it, so that nobody else can fill the memory. */
    private void serve(RoutingContext context, Endpoint endpoint) {
        Operation operation = endpoint.operation();
        context.request().pause();
        Timer.Sample started = Timer.start(metrics);
        admissions
                .of(context, operation)
                .compose(admission -> admission.refusal() == null
                        ? withBody(context, operation)
                                .compose(read -> folded(context, operation))
                                .compose(read -> admission.serve(endpoint))
                        : Future.succeededFuture(ending(context, operation, admission.refusal())))
                .recover(cause -> Future.succeededFuture(failure(operation, cause)))
                .onSuccess(answer -> {
                    ReplyWriter.send(context, answer);
                    started.stop(metrics.timer(
                            "foyer.http.requests",
                            "method",
                            operation.method().name(),
                            "path",
                            operation.path(),
                            "status",
                            Integer.toString(answer.status())));
                });
    }

    private Future<Void> withBody(RoutingContext context, Operation operation) {
        if (!operation.changes()) {
            context.request().resume();
            return Future.succeededFuture();
        }
        return bodies.read(context.request(), operation.mostBytes()).map(body -> {
            ((RoutingContextInternal) context).setBody(body);
            return null;
        });
    }

    /** Who asks for the ledger hears of all readings that are acknowledged, late ones too. */
    private Future<Void> folded(RoutingContext context, Operation operation) {
        return operation.readsLedger()
                ? directory
                        .folded(context.pathParam("site"))
                        .timeout(LONGEST_FOLD_S, TimeUnit.SECONDS)
                        .otherwiseEmpty()
                : Future.succeededFuture();
    }

    /** Lets the body of a refused request come and forgets it. Where the body could be large, the connection ends. */
    private static ApiAnswer ending(RoutingContext context, Operation operation, ApiAnswer refusal) {
        context.request().resume();
        return operation.takesFile() ? refusal.last() : refusal;
    }

    private ApiAnswer failure(Operation operation, Throwable cause) {
        String asked = operation.method() + " " + operation.path();
        try {
            throw cause;
        } catch (RequestFault e) {
            e.tell(slow, asked);
            return e.answer();
        } catch (RejectedExecutionException e) {
            return ApiAnswer.problem(503, "Too much at once. Try again in a moment.")
                    .with("Retry-After", "1");
        } catch (Throwable e) {
            slow.fault("request failed", asked, e);
            return ApiAnswer.problem(500, "Something went wrong here. It has been logged.");
        }
    }
}

package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.SlowLog;
import io.foyer.hub.web.login.ClientNeighbourhood;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.PublicAddress;
import io.foyer.hub.web.login.RequestToken;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every endpoint. Checks who asks, whether the role and the site allow the request, and whether another
 * host's page made a browser ask. Refuses a site outside the account's sites, whether the site exists or not.
 */
final class ApiGate {
    private static final Logger log = LoggerFactory.getLogger(ApiGate.class);

    private final SiteDirectory directory;
    private final PageSessions sessions;
    private final PublicAddress address;
    private final InstantSource clock;
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
        this.sessions = sessions;
        this.address = address;
        this.clock = clock;
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

    /** The result of the checks: a refusal, or a call to serve. */
    private record Admission(
            @Nullable ApiAnswer refusal, @Nullable ApiCall call) {
        static Admission refused(ApiAnswer refusal) {
            return new Admission(refusal, null);
        }

        Future<ApiAnswer> serve(Endpoint endpoint) {
            return call == null
                    ? Future.succeededFuture(Objects.requireNonNull(refusal))
                    : endpoint.act().apply(call);
        }
    }

    /** Reads the body only after the hub knows who sends it, so that nobody else can fill the memory. */
    private void serve(RoutingContext context, Endpoint endpoint) {
        Operation operation = endpoint.operation();
        context.request().pause();
        Timer.Sample started = Timer.start(metrics);
        admission(context, operation)
                .compose(admission -> admission.refusal == null
                        ? withBody(context, operation).compose(read -> admission.serve(endpoint))
                        : Future.succeededFuture(ending(context, operation, admission.refusal)))
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

    /** Lets the body of a refused request come and forgets it. Where the body could be large, the connection ends. */
    private static ApiAnswer ending(RoutingContext context, Operation operation, ApiAnswer refusal) {
        context.request().resume();
        return operation.takesFile() ? refusal.last() : refusal;
    }

    private Future<Admission> admission(RoutingContext context, Operation operation) {
        Optional<RequestToken> credentials = RequestToken.of(context.request());
        Optional<ApiAnswer> refusal = refusal(context, operation, credentials);
        return refusal.isPresent()
                ? Future.succeededFuture(Admission.refused(refusal.get()))
                : pass(context, operation, credentials);
    }

    /** Refuses a request that another host's page may have caused, and a body of another type. */
    private Optional<ApiAnswer> refusal(
            RoutingContext context, Operation operation, Optional<RequestToken> credentials) {
        if (!operation.changes()) {
            return Optional.empty();
        }
        HttpServerRequest request = context.request();
        boolean browser = credentials.map(RequestToken::fromCookie).orElse(true);
        if (browser && address.isForeign(request)) {
            return Optional.of(ApiAnswer.problem(403, "This request comes from a page of another host."));
        }
        String type = request.getHeader("Content-Type");
        boolean empty = !operation.takesFile() && !RequestBodies.isSent(request) && type == null;
        boolean unnamed = type == null && !browser && !operation.takesFile();
        if (!empty && !unnamed && !isA(operation.accepts(), type)) {
            return Optional.of(ApiAnswer.problem(415, "Send the body as " + operation.accepts() + "."));
        }
        return Optional.empty();
    }

    private static boolean isA(String wanted, @Nullable String type) {
        return type != null
                && type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(wanted);
    }

    private Future<Admission> pass(RoutingContext context, Operation operation, Optional<RequestToken> credentials) {
        if (operation.roles().isEmpty()) {
            return Future.succeededFuture(
                    new Admission(null, new ApiCall(context, operation, clock.instant(), null, null)));
        }
        if (credentials.isEmpty()) {
            return Future.succeededFuture(Admission.refused(unknown()));
        }
        return StoreFault.of(sessions.find(
                        credentials.get().token(), ClientNeighbourhood.of(address.clientOf(context.request()))))
                .map(found -> found.isEmpty() ? Admission.refused(unknown()) : enter(context, operation, found.get()));
    }

    private Admission enter(RoutingContext context, Operation operation, LoginSession session) {
        if (!operation.roles().contains(session.role())) {
            return Admission.refused(ApiAnswer.problem(403, "The role of your account does not allow this."));
        }
        if (operation.isOfWholeHub() && !session.sites().isEmpty()) {
            return Admission.refused(ApiAnswer.problem(
                    403, "Only an administrator of all sites may do this; your account has only some sites."));
        }
        @Nullable SiteDefinition definition = null;
        if (operation.isOfSite()) {
            String site = context.pathParam("site");
            if (!session.sites().isEmpty() && !session.sites().contains(site)) {
                return Admission.refused(ApiAnswer.problem(403, "Your account does not have this site."));
            }
            definition = directory.definition(site).orElse(null);
            if (definition == null) {
                return Admission.refused(ApiAnswer.missing("such site"));
            }
        }
        return new Admission(null, new ApiCall(context, operation, clock.instant(), session, definition));
    }

    private static ApiAnswer unknown() {
        return ApiAnswer.problem(401, "Log in first: there is no session, or it has ended.")
                .with("WWW-Authenticate", "Bearer");
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

package io.foyer.hub.web.api;

import io.foyer.hub.domain.house.House;
import io.foyer.hub.site.Accounts.Session;
import io.foyer.hub.site.Houses;
import io.foyer.hub.site.SlowLog;
import io.foyer.hub.web.login.Credentials;
import io.foyer.hub.web.login.Neighbourhood;
import io.foyer.hub.web.login.PublicAddress;
import io.foyer.hub.web.login.Sessions;
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
 * Stands before every endpoint: asks who it is, whether the role and the site allow it, and whether a browser was
 * tricked into asking. A site that is not an account's own is refused whether it exists or not.
 */
final class Gate {
    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private final Houses houses;
    private final Sessions sessions;
    private final PublicAddress address;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final SlowLog slow;
    private final Bodies bodies = new Bodies();

    Gate(Houses houses, Sessions sessions, PublicAddress address, InstantSource clock, MeterRegistry metrics) {
        this.houses = houses;
        this.sessions = sessions;
        this.address = address;
        this.clock = clock;
        this.metrics = metrics;
        slow = new SlowLog(log, clock);
    }

    /** Behind the endpoints of each path stands what tells another method which ones there are. */
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
                .handler(context -> Replies.send(
                        context,
                        Answer.problem(405, "This can be asked in another way only; see `Allow`.")
                                .with("Allow", String.join(", ", allowed)))));
    }

    /** What came of asking: a refusal, or a call to serve. */
    private record Admission(
            @Nullable Answer refusal, @Nullable Call call) {
        static Admission refused(Answer refusal) {
            return new Admission(refusal, null);
        }

        Future<Answer> serve(Endpoint endpoint) {
            return call == null
                    ? Future.succeededFuture(Objects.requireNonNull(refusal))
                    : endpoint.act().apply(call);
        }
    }

    /** A body is read only once it is known who sends it: nobody else shall fill the memory. */
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
                    Replies.send(context, answer);
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

    /** What is refused is let come and forgotten, unless that could be much. */
    private static Answer ending(RoutingContext context, Operation operation, Answer refusal) {
        context.request().resume();
        return operation.takesFile() ? refusal.last() : refusal;
    }

    private Future<Admission> admission(RoutingContext context, Operation operation) {
        Optional<Credentials> credentials = Credentials.of(context.request());
        Optional<Answer> refusal = refusal(context, operation, credentials);
        return refusal.isPresent()
                ? Future.succeededFuture(Admission.refused(refusal.get()))
                : pass(context, operation, credentials);
    }

    /** What a browser may have been led to send by somebody else's page, and what is of another type. */
    private Optional<Answer> refusal(RoutingContext context, Operation operation, Optional<Credentials> credentials) {
        if (!operation.changes()) {
            return Optional.empty();
        }
        HttpServerRequest request = context.request();
        boolean browser = credentials.map(Credentials::fromCookie).orElse(true);
        if (browser && address.isForeign(request)) {
            return Optional.of(Answer.problem(403, "This request comes from a page of another host."));
        }
        String type = request.getHeader("Content-Type");
        boolean empty = !operation.takesFile() && !Bodies.isSent(request) && type == null;
        boolean unnamed = type == null && !browser && !operation.takesFile();
        if (!empty && !unnamed && !isA(operation.accepts(), type)) {
            return Optional.of(Answer.problem(415, "Send the body as " + operation.accepts() + "."));
        }
        return Optional.empty();
    }

    private static boolean isA(String wanted, @Nullable String type) {
        return type != null
                && type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(wanted);
    }

    private Future<Admission> pass(RoutingContext context, Operation operation, Optional<Credentials> credentials) {
        if (operation.roles().isEmpty()) {
            return Future.succeededFuture(
                    new Admission(null, new Call(context, operation, clock.instant(), null, null)));
        }
        if (credentials.isEmpty()) {
            return Future.succeededFuture(Admission.refused(unknown()));
        }
        return Asked.of(sessions.find(credentials.get().token(), Neighbourhood.of(address.clientOf(context.request()))))
                .map(found -> found.isEmpty() ? Admission.refused(unknown()) : enter(context, operation, found.get()));
    }

    private Admission enter(RoutingContext context, Operation operation, Session session) {
        if (!operation.roles().contains(session.role())) {
            return Admission.refused(Answer.problem(403, "This is above the role of your account."));
        }
        if (operation.isOfWholeHub() && !session.sites().isEmpty()) {
            return Admission.refused(
                    Answer.problem(403, "This is for an administrator of all sites; your account has only some."));
        }
        @Nullable House house = null;
        if (operation.isOfSite()) {
            String site = context.pathParam("site");
            if (!session.sites().isEmpty() && !session.sites().contains(site)) {
                return Admission.refused(Answer.problem(403, "This is not a site of your account."));
            }
            house = houses.house(site).orElse(null);
            if (house == null) {
                return Admission.refused(Answer.missing("such site"));
            }
        }
        return new Admission(null, new Call(context, operation, clock.instant(), session, house));
    }

    private static Answer unknown() {
        return Answer.problem(401, "Log in first: there is no session, or it has ended.")
                .with("WWW-Authenticate", "Bearer");
    }

    private Answer failure(Operation operation, Throwable cause) {
        String asked = operation.method() + " " + operation.path();
        try {
            throw cause;
        } catch (RequestFault e) {
            e.tell(slow, asked);
            return e.answer();
        } catch (RejectedExecutionException e) {
            return Answer.problem(503, "Too much at once. Try again in a moment.")
                    .with("Retry-After", "1");
        } catch (Throwable e) {
            slow.fault("request failed", asked, e);
            return Answer.problem(500, "Something went wrong here. It has been logged.");
        }
    }
}

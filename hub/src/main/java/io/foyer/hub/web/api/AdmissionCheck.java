package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.web.login.ClientNeighbourhood;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.PublicAddress;
import io.foyer.hub.web.login.RequestToken;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks who asks, whether the role and the site allow the request, and whether another host's page made a browser ask.
 * Refuses a site outside the account's sites, whether the site exists or not.
 */
final class AdmissionCheck {
    private final SiteDirectory directory;
    private final PageSessions sessions;
    private final PublicAddress address;
    private final InstantSource clock;

    AdmissionCheck(SiteDirectory directory, PageSessions sessions, PublicAddress address, InstantSource clock) {
        this.directory = directory;
        this.sessions = sessions;
        this.address = address;
        this.clock = clock;
    }

    /** The result of the checks: a refusal, or a call to serve. */
    record Admission(@Nullable ApiAnswer refusal, @Nullable ApiCall call) {
        static Admission refused(ApiAnswer refusal) {
            return new Admission(refusal, null);
        }

        Future<ApiAnswer> serve(Endpoint endpoint) {
            return call == null
                    ? Future.succeededFuture(Objects.requireNonNull(refusal))
                    : endpoint.act().apply(call);
        }
    }

    /** Admits a request, or refuses it with the answer that says why. */
    Future<Admission> of(RoutingContext context, Operation operation) {
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
}

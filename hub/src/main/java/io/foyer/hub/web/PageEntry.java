package io.foyer.hub.web;

import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.web.api.ReplyWriter;
import io.foyer.hub.web.login.ClientNeighbourhood;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.PublicAddress;
import io.foyer.hub.web.login.RequestToken;
import io.foyer.hub.web.wire.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets a browser with a session in, and leads a browser without one to the login and back again. */
final class PageEntry {
    private final PageSessions sessions;
    private final PublicAddress address;

    PageEntry(PageSessions sessions, PublicAddress address) {
        this.sessions = sessions;
        this.address = address;
    }

    /** True where the account of a session has the site. */
    static boolean maySee(LoginSession session, @Nullable String site) {
        return session.sites().isEmpty() || (site != null && session.sites().contains(site));
    }

    /** Goes on with the session, or leads the browser to the login and back again. */
    void enter(RoutingContext context, @Nullable String screen, Consumer<LoginSession> next) {
        find(context, screen, session -> {
            if (session.isPresent()) {
                next.accept(session.get());
                return;
            }
            String back = URLEncoder.encode(address.path() + addressOf(context.request()), StandardCharsets.UTF_8);
            context.response()
                    .setStatusCode(302)
                    .putHeader("Location", address.path() + "/login?next=" + back)
                    .putHeader("Cache-Control", "no-store");
            ReplyWriter.end(context.request(), Buffer.buffer());
        });
    }

    /** Path and query without a screen's token: after the login a person uses a session. */
    private static String addressOf(HttpServerRequest request) {
        String query = request.query();
        String kept = query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(pair -> !pair.equals("screen") && !pair.startsWith("screen="))
                        .collect(Collectors.joining("&"));
        return kept.isEmpty() ? request.path() : request.path() + "?" + kept;
    }

    /** Tells whether the request has a session. While nobody can tell, the answer is 503. */
    void find(RoutingContext context, @Nullable String screen, Consumer<Optional<LoginSession>> next) {
        String token = screen != null
                ? screen
                : RequestToken.of(context.request()).map(RequestToken::token).orElse("");
        sessions.find(token, ClientNeighbourhood.of(address.clientOf(context.request())))
                .onSuccess(next::accept)
                .onFailure(away -> ReplyWriter.problem(
                        context, Problem.of(503, "The hub cannot check your session now. Try again in a moment.")));
    }
}

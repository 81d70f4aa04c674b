package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.web.login.ClientNeighbourhood;
import io.foyer.hub.web.login.KnownBrowser;
import io.foyer.hub.web.login.LoginLimits;
import io.foyer.hub.web.login.LoginLimits.LoginAttempt;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.Passwords;
import io.foyer.hub.web.login.PublicAddress;
import io.foyer.hub.web.login.RequestToken;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Endpoints for login and logout. A wrong name and a wrong password get the same answer after the same time. */
final class LoginEndpoints {
    private final Accounts accounts;
    private final PageSessions sessions;
    private final Passwords passwords;
    private final SiteDirectory directory;
    private final PublicAddress address;
    private final KnownBrowser browsers;
    private final LoginLimits limits;

    LoginEndpoints(
            Accounts accounts,
            PageSessions sessions,
            Passwords passwords,
            KnownBrowser browsers,
            SiteDirectory directory,
            PublicAddress address,
            InstantSource clock) {
        this.accounts = accounts;
        this.browsers = browsers;
        this.sessions = sessions;
        this.passwords = passwords;
        this.directory = directory;
        this.address = address;
        this.limits = new LoginLimits(clock);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.of(HttpMethod.POST, "/login", Roles.ANYBODY, "login", "Log in")
                        .describedAs(
                                "Answers with a token and sets the cookie `foyer` (HttpOnly, SameSite=Lax, 12 h, Secure under TLS). A wrong name and a wrong password get the same answer. Wrong passwords are limited to 10 a minute for a name and 50 for an address.")
                        .answers(Token.class)
                        .responds(
                                Response.NO_SESSION, Response.problem(429, "Too many wrong passwords; see Retry-After"))
                        .handledBy(LoginBody.class, this::logIn),
                Operation.of(
                                HttpMethod.POST,
                                "/logout",
                                Roles.ANYBODY,
                                "login",
                                "End the session of the request's token, and forget the cookie")
                        .answersNothing()
                        .handledBy(this::logOut),
                Operation.of(
                                HttpMethod.GET,
                                "/session",
                                Roles.ALL,
                                "login",
                                "Who is logged in, and the sites that the account may see")
                        .answers(SessionEntry.class)
                        .handledBy(this::session));
    }

    record LoginBody(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String user,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String password) {}

    record Token(String token) {}

    record SessionEntry(String user, Role role, List<String> sites) {}

    private Future<ApiAnswer> logIn(ApiCall call, LoginBody body) {
        String user = call.fields().text("user", body.user());
        String password = call.fields().text("password", body.password());
        return call.answer(() -> {
            LoginAttempt attempt = new LoginAttempt(user, neighbourhood(call), browsers.proof(call.request(), user));
            Optional<Duration> wait = limits.take(attempt);
            if (wait.isPresent()) {
                return Future.succeededFuture(ApiAnswer.problem(429, "Too many wrong passwords. Wait a moment.")
                        .with("Retry-After", Long.toString(wait.get().toSeconds() + 1)));
            }
            return judge(attempt, password)
                    .onComplete(judged -> {
                        if (judged.failed() || judged.result().isPresent()) {
                            limits.giveBack(attempt);
                        }
                    })
                    .compose(account ->
                            account.isPresent() ? letIn(call, account.get()) : Future.succeededFuture(unfit()));
        });
    }

    private static ApiAnswer unfit() {
        return ApiAnswer.problem(401, "Name and password do not fit.");
    }

    private String neighbourhood(ApiCall call) {
        return ClientNeighbourhood.of(address.clientOf(call.request()));
    }

    private Future<Optional<Account>> judge(LoginAttempt attempt, String password) {
        return StoreFault.of(accounts.account(attempt.user())).compose(account -> passwords
                .fits(
                        password,
                        account.map(Account::passwordHash).orElse(null),
                        attempt.browser().isEmpty())
                .map(fits -> account.filter(found -> fits)));
    }

    private Future<ApiAnswer> letIn(ApiCall call, Account account) {
        return StoreFault.of(sessions.logIn(account))
                .onSuccess(opened -> opened.ifPresent(token ->
                        call.request().response().addCookie(browsers.cookie(call.request(), account.name(), address))))
                .map(found -> found.map(token ->
                                ApiAnswer.ok(new Token(token)).with("Set-Cookie", cookie(token, PageSessions.LIFE)))
                        .orElseGet(LoginEndpoints::unfit));
    }

    private Future<ApiAnswer> logOut(ApiCall call) {
        return RequestToken.of(call.request())
                .map(credentials -> StoreFault.of(sessions.close(credentials.token(), neighbourhood(call))))
                .orElse(Future.succeededFuture())
                .map(closed -> ApiAnswer.ok(Map.of()).with("Set-Cookie", cookie("", Duration.ZERO)));
    }

    private String cookie(String token, Duration life) {
        return RequestToken.COOKIE + "=" + token + "; Path=" + address.path() + "/; Max-Age=" + life.toSeconds()
                + "; HttpOnly; SameSite=Lax" + (address.secure() ? "; Secure" : "");
    }

    private Future<ApiAnswer> session(ApiCall call) {
        LoginSession session = call.session();
        List<String> sites = directory.definitions().stream()
                .map(SiteDefinition::site)
                .filter(site -> session.sites().isEmpty() || session.sites().contains(site))
                .toList();
        return Future.succeededFuture(ApiAnswer.ok(new SessionEntry(session.user(), session.role(), sites)));
    }
}

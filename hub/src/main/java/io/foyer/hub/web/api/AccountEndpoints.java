package io.foyer.hub.web.api;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.web.login.FirstAdmin;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.Passwords;
import io.foyer.hub.web.wire.Id;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** People's accounts. */
final class AccountEndpoints {
    private final Accounts accounts;
    private final PageSessions sessions;
    private final Passwords passwords;
    private final SiteDirectory directory;

    AccountEndpoints(Accounts accounts, PageSessions sessions, Passwords passwords, SiteDirectory directory) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.directory = directory;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.of(HttpMethod.GET, "/users", Roles.ADMIN, "login", "The accounts, by name, without passwords")
                        .takes(Parameter.LIMIT, Parameter.CURSOR)
                        .answersList(UserEntry.class)
                        .handledBy(call -> list(call, null)),
                Operation.of(
                                HttpMethod.PUT,
                                "/users/{name}",
                                Roles.ADMIN,
                                "login",
                                "Make or change an account. A change ends the account's sessions.")
                        .answers(UserEntry.class)
                        .handledBy(UserBody.class, this::put),
                Operation.of(HttpMethod.DELETE, "/users/{name}", Roles.ADMIN, "login", "Remove an account")
                        .describedAs("Its sessions and live feeds end at once. Not one\'s own, and not `admin`.")
                        .answersNothing()
                        .responds(Response.MISSING, Response.CONFLICT)
                        .handledBy(call -> remove(call, null)),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/users",
                                Roles.ADMIN,
                                "login",
                                "The accounts that reach this site, by name, without passwords")
                        .takes(Parameter.LIMIT, Parameter.CURSOR)
                        .answersList(UserEntry.class)
                        .handledBy(call -> list(call, call.site())),
                Operation.ofSite(
                                HttpMethod.DELETE,
                                "/users/{name}",
                                Roles.ADMIN,
                                "login",
                                "Remove an account that reaches this site, and none that yours does not")
                        .describedAs(
                                "The sessions and live feeds of the account end at once. Nobody can remove their own account or `admin`.")
                        .answersNothing()
                        .responds(Response.CONFLICT)
                        .handledBy(call -> remove(call, call.site())));
    }

    record UserBody(
            @Schema(description = "Required for a new account; without this field an account keeps its password")
            @Nullable String password,

            @Schema(implementation = Role.class, requiredMode = RequiredMode.REQUIRED) @Nullable String role,

            @Schema(description = "The sites that the account may see; an empty list means all sites") @Nullable Set<String> sites) {}

    /** An account without its password. */
    record UserEntry(@Schema(pattern = Id.PATTERN) String name, Role role, Set<String> sites) {
        static UserEntry of(Account account) {
            return new UserEntry(account.name(), account.role(), new TreeSet<>(account.sites()));
        }
    }

    private Future<ApiAnswer> put(ApiCall call, UserBody body) {
        RequestFields fields = call.fields();
        String name = fields.id("name", call.path("name"));
        Role role = fields.oneOf("role", body.role(), Role.values());
        Set<String> sites = body.sites() == null ? Set.of() : new TreeSet<>(body.sites());
        String password = body.password() == null ? null : fields.text("password", body.password());
        for (String site : sites) {
            if (directory.definition(site).isEmpty()) {
                fields.wrong("sites", "没有这个场所：" + site, "there is no site " + site);
            }
        }
        if (name.equals(FirstAdmin.NAME) && (role != Role.ADMIN || !sites.isEmpty())) {
            fields.wrong("role", "账户 admin 必须是所有场所的管理员", "the account admin stays an administrator of all sites");
        }
        return call.answer(() -> hash(name, password).compose(hash -> {
            if (hash == null) {
                fields.wrong("password", "新账户必须有密码", "a new account needs a password");
                return call.answer(() -> Future.succeededFuture(ApiAnswer.missing("password")));
            }
            Account account = new Account(name, hash, role, sites);
            return StoreFault.of(sessions.put(account, call.author())).map(done -> ApiAnswer.ok(UserEntry.of(account)));
        }));
    }

    /** The hash of the new password, or the hash that the account has; null where there is neither. */
    private Future<@Nullable String> hash(String name, @Nullable String password) {
        return password != null
                ? passwords.hash(password)
                : StoreFault.of(accounts.account(name))
                        .map(account -> account.map(Account::passwordHash).orElse(null));
    }

    private Future<ApiAnswer> list(ApiCall call, @Nullable String site) {
        int limit = call.limit();
        String cursor = call.query("cursor");
        return call.answer(() -> StoreFault.of(accounts.accounts(site, limit, cursor))
                .map(page -> ApiAnswer.ok(ItemList.of(page, UserEntry::of))));
    }

    /**
     * Removes an account; below a site only an account that reaches the site. An administrator of some sites removes no
     * account that reaches other sites.
     */
    private Future<ApiAnswer> remove(ApiCall call, @Nullable String site) {
        String name = call.fields().id("name", call.path("name"));
        LoginSession session = call.session();
        return call.answer(() -> {
            if (name.equals(FirstAdmin.NAME)) {
                return refused(409, "The account admin stays, so that somebody can always make other accounts.");
            }
            if (name.equals(session.user())) {
                return refused(409, "This is your own account: another administrator can remove it.");
            }
            return StoreFault.of(accounts.account(name)).compose(found -> {
                if (found.filter(account -> reaches(account.sites(), site)).isEmpty()) {
                    return Future.succeededFuture(ApiAnswer.missing("user " + name));
                }
                Set<String> sites = found.get().sites();
                boolean isWithin = !sites.isEmpty() && session.sites().containsAll(sites);
                return session.sites().isEmpty() || isWithin
                        ? end(call, name)
                        : refused(403, "This account reaches sites that yours does not.");
            });
        });
    }

    private Future<ApiAnswer> end(ApiCall call, String name) {
        return StoreFault.of(sessions.remove(name, call.author()))
                .map(gone -> gone ? ApiAnswer.ok(Map.of()) : ApiAnswer.missing("user " + name));
    }

    private static boolean reaches(Set<String> sites, @Nullable String site) {
        return site == null || sites.isEmpty() || sites.contains(site);
    }

    private static Future<ApiAnswer> refused(int status, String detail) {
        return Future.succeededFuture(ApiAnswer.problem(status, detail));
    }
}

package io.foyer.hub.web.api;

import io.foyer.hub.domain.house.House;
import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Act;
import io.foyer.hub.site.Houses;
import io.foyer.hub.web.login.FirstAdmin;
import io.foyer.hub.web.login.Passwords;
import io.foyer.hub.web.login.Sessions;
import io.foyer.hub.web.wire.Json;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may use the hub: people's accounts and the tokens of wall screens. */
final class AccountEndpoints {
    private static final Logger log = LoggerFactory.getLogger(AccountEndpoints.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Houses houses;

    AccountEndpoints(Accounts accounts, Sessions sessions, Passwords passwords, Houses houses) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.houses = houses;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                        HttpMethod.PUT,
                        "/users/{name}",
                        Endpoint.ADMIN,
                        call -> call.withBody(UserBody.class, body -> put(call, body))),
                Endpoint.ofSite(HttpMethod.POST, "/screens", Endpoint.ADMIN, this::openScreen));
    }

    /** Without a password an account that is there keeps its own. No sites are all sites. */
    record UserBody(
            @Nullable String password,
            @Nullable String role,
            @Nullable Set<String> sites) {}

    record User(String name, String role, Set<String> sites) {}

    private Future<Answer> put(Call call, UserBody body) {
        Fields fields = call.fields();
        String name = fields.id("name", call.path("name"));
        Role role = fields.oneOf("role", body.role(), Role.values());
        Set<String> sites = body.sites() == null ? Set.of() : new TreeSet<>(body.sites());
        String password = body.password() == null ? null : fields.text("password", body.password());
        for (String site : sites) {
            if (houses.house(site).isEmpty()) {
                fields.wrong("sites", "没有这个场所：" + site, "there is no site " + site);
            }
        }
        if (name.equals(FirstAdmin.NAME) && (role != Role.ADMIN || !sites.isEmpty())) {
            fields.wrong("role", "账户 admin 必须是所有场所的管理员", "the account admin stays an administrator of all sites");
        }
        return call.answer(() -> hash(name, password).compose(hash -> {
            if (hash == null) {
                fields.wrong("password", "新账户必须有密码", "a new account needs one");
                return call.answer(() -> Future.succeededFuture(Answer.missing("password")));
            }
            return Asked.of(sessions.put(new Account(name, hash, role, sites)))
                    .onSuccess(done -> noteEverywhere(call, name + " " + Json.code(role), sites))
                    .map(done -> Answer.ok(new User(name, Json.code(role), sites)));
        }));
    }

    /** Of the new password, or the one that is there; null where there is neither. */
    private Future<@Nullable String> hash(String name, @Nullable String password) {
        return password != null
                ? passwords.hash(password)
                : Asked.of(accounts.account(name))
                        .map(account -> account.map(Account::passwordHash).orElse(null));
    }

    private Future<Answer> openScreen(Call call) {
        return Asked.of(sessions.openScreen(call.site()))
                .onSuccess(token -> note(call, call.site(), "open-screen", call.site()))
                .map(token -> Answer.ok(new LoginEndpoints.Token(token)));
    }

    /** An account is of no site; it is in the trail of each that it may see. */
    private void noteEverywhere(Call call, String subject, Set<String> sites) {
        houses.houses().stream()
                .map(House::site)
                .filter(site -> sites.isEmpty() || sites.contains(site))
                .forEach(site -> note(call, site, "put-account", subject));
    }

    private void note(Call call, String site, String action, String subject) {
        String user = call.session().user();
        houses.change(site, new Act.Note(action, subject), user)
                .onFailure(e -> log.error("{} {} by {} is not in the trail of {}", action, subject, user, site, e));
    }
}

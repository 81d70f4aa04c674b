package io.foyer.hub.web.api;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.web.login.Sessions;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;

/** Wall screens: each has a token of its own, which is told once, and an id by which it is revoked. */
final class ScreenEndpoints {
    private final Accounts accounts;
    private final Sessions sessions;

    ScreenEndpoints(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.ofSite(HttpMethod.POST, "/screens", Endpoint.ADMIN, this::open),
                Endpoint.ofSite(HttpMethod.GET, "/screens", Endpoint.ADMIN, this::list),
                Endpoint.ofSite(HttpMethod.DELETE, "/screens/{id}", Endpoint.ADMIN, this::close));
    }

    record Screen(String id) {}

    private Future<Answer> open(Call call) {
        return Asked.of(sessions.openScreen(call.site(), call.author())).map(Answer::ok);
    }

    private Future<Answer> list(Call call) {
        int limit = call.limit();
        String cursor = call.query("cursor");
        return call.answer(() -> Asked.of(accounts.screens(call.site(), limit, cursor))
                .map(page -> Answer.ok(Items.of(page, Screen::new))));
    }

    private Future<Answer> close(Call call) {
        String id = call.id();
        return call.answer(() -> Asked.of(sessions.closeScreen(id, call.site(), call.author()))
                .map(gone -> gone ? Answer.ok(Map.of()) : Answer.missing("screen " + id)));
    }
}

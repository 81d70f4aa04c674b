package io.foyer.hub.web.api;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.wire.ScreenBody;
import io.foyer.hub.web.wire.ScreenEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;

/**
 * Endpoints for wall screens. The hub tells a screen's token once. An administrator revokes the token by the screen's
 * id.
 */
final class ScreenEndpoints {
    private final Accounts accounts;
    private final PageSessions sessions;

    ScreenEndpoints(Accounts accounts, PageSessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.POST,
                                "/screens",
                                Roles.ADMIN,
                                "login",
                                "A long-lived token of role wall for one screen of this site")
                        .answers(NewScreen.class)
                        .handledBy(ScreenBody.class, this::open),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/screens",
                                Roles.ADMIN,
                                "login",
                                "The site's screens, by id: when each was created and last used")
                        .takes(Parameter.LIMIT, Parameter.CURSOR)
                        .answersList(ScreenEntry.class)
                        .handledBy(this::list),
                Operation.ofSite(
                                HttpMethod.DELETE,
                                "/screens/{id}",
                                Roles.ADMIN,
                                "login",
                                "Revoke a screen's token; its live feed ends at once")
                        .takes(Parameter.id("id", "The id of the screen in the list"))
                        .answersNothing()
                        .handledBy(this::close));
    }

    record NewScreen(
            @Schema(description = "The id of the screen; a request to revoke the token names the id")
            String id,

            @Schema(description = "The token of the screen; the hub tells the token once and keeps only its hash")
            String token) {}

    private Future<ApiAnswer> open(ApiCall call, ScreenBody body) {
        String name = call.fields().optionalText("name", body.name());
        return call.answer(() -> StoreFault.of(sessions.openScreen(name, call.site(), call.author()))
                .map(opened -> ApiAnswer.ok(new NewScreen(opened.id(), opened.token()))));
    }

    private Future<ApiAnswer> list(ApiCall call) {
        int limit = call.limit();
        String cursor = call.query("cursor");
        return call.answer(() -> StoreFault.of(accounts.screens(call.site(), limit, cursor))
                .map(page -> ApiAnswer.ok(ItemList.of(page, ScreenEntry::of))));
    }

    private Future<ApiAnswer> close(ApiCall call) {
        String id = call.id();
        return call.answer(() -> StoreFault.of(sessions.closeScreen(id, call.site(), call.author()))
                .map(gone -> gone ? ApiAnswer.ok(Map.of()) : ApiAnswer.missing("screen " + id)));
    }
}

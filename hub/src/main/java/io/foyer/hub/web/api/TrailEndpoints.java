package io.foyer.hub.web.api;

import io.foyer.hub.site.Archive;
import io.foyer.hub.web.wire.AuditEntry;
import io.foyer.hub.web.wire.DeadLetterEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** Endpoints for dead letters and for the acts of people. */
final class TrailEndpoints {
    private final Archive archive;

    TrailEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/dead-letters",
                                Roles.ADMIN,
                                "trail",
                                "Messages that the hub could not take, newest first")
                        .takes(Parameter.LIMIT, Parameter.CURSOR)
                        .answersList(DeadLetterEntry.class)
                        .handledBy(this::deadLetters),
                Operation.ofSite(HttpMethod.GET, "/audit", Roles.ADMIN, "trail", "Acts of people, newest first")
                        .takes(Parameter.LIMIT, Parameter.CURSOR)
                        .answersList(AuditEntry.class)
                        .handledBy(this::audit));
    }

    private Future<ApiAnswer> deadLetters(ApiCall call) {
        int limit = call.limit();
        String cursor = call.query("cursor");
        return call.answer(() -> StoreFault.page(() -> archive.deadLetters(call.site(), limit, cursor))
                .map(page -> ApiAnswer.ok(ItemList.of(page, DeadLetterEntry::of))));
    }

    private Future<ApiAnswer> audit(ApiCall call) {
        int limit = call.limit();
        String cursor = call.query("cursor");
        return call.answer(() -> StoreFault.page(() -> archive.audit(call.site(), limit, cursor))
                .map(page -> ApiAnswer.ok(ItemList.of(page, AuditEntry::of))));
    }
}

package io.foyer.hub.web.api;

import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.site.Archive;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.Function;

/** What went wrong with messages, and what people did. */
final class TrailEndpoints {
    private static final int LONGEST_PAYLOAD = 1_024;

    private final Archive archive;

    TrailEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.ofSite(HttpMethod.GET, "/dead-letters", Endpoint.ADMIN, this::deadLetters),
                Endpoint.ofSite(HttpMethod.GET, "/audit", Endpoint.ADMIN, this::audit));
    }

    private static DeadLetter cut(DeadLetter letter) {
        return letter.payload().length() <= LONGEST_PAYLOAD
                ? letter
                : new DeadLetter(
                        letter.at(),
                        letter.device(),
                        letter.topic(),
                        letter.reason(),
                        letter.payload().substring(0, LONGEST_PAYLOAD));
    }

    private Future<Answer> deadLetters(Call call) {
        int limit = call.limit();
        String cursor = call.query("cursor");
        return call.answer(() -> Asked.page(() -> archive.deadLetters(call.site(), limit, cursor))
                .map(page -> Answer.ok(Items.of(page, TrailEndpoints::cut))));
    }

    private Future<Answer> audit(Call call) {
        int limit = call.limit();
        String cursor = call.query("cursor");
        return call.answer(() -> Asked.page(() -> archive.audit(call.site(), limit, cursor))
                .map(page -> Answer.ok(Items.of(page, Function.identity()))));
    }
}

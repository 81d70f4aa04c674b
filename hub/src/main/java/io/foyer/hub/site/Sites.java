package io.foyer.hub.site;

import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.house.House;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The houses that this hub runs. May be called from any thread; a future completes on the caller's own context.
 */
public final class Sites implements Houses {

    @Override
    public List<House> houses() {
        return List.of();
    }

    @Override
    public Future<Reply> change(String site, Act act, String actor) {
        return Future.failedFuture("not built yet");
    }

    @Override
    public Future<Optional<Explanation>> explain(
            String site, CredentialType type, String credential, String door, Instant at) {
        return Future.failedFuture("not built yet");
    }

    @Override
    public Future<List<String>> reload(String actor) {
        return Future.failedFuture("not built yet");
    }
}

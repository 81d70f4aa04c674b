package io.foyer.hub.web.api;

import io.foyer.hub.site.Archive;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.wire.LiveZone;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** How many people are where, and were. */
final class OccupancyEndpoints {
    private final LiveFeed feed;

    OccupancyEndpoints(Archive archive, LiveFeed feed) {
        this.feed = feed;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.ofSite(
                HttpMethod.GET,
                "/occupancy",
                Endpoint.ALL,
                call -> Future.succeededFuture(Answer.ok(new Zones(feed.zones(call.site()))))));
    }

    record Zones(List<LiveZone> zones) {}
}

package io.foyer.hub.web.api;

import io.foyer.hub.domain.house.Zone;
import io.foyer.hub.domain.occupancy.OccupancyHistory;
import io.foyer.hub.domain.occupancy.OccupancyHistory.Step;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.wire.LiveZone;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many people are where, and were. */
final class OccupancyEndpoints {
    private static final EnumMap<Length, Step> STEPS = new EnumMap<>(Map.of(
            Length.FIVE_MINUTES, Step.FIVE_MINUTES,
            Length.QUARTER, Step.QUARTER,
            Length.HOUR, Step.HOUR,
            Length.DAY, Step.DAY));

    private final Archive archive;
    private final LiveFeed feed;

    OccupancyEndpoints(Archive archive, LiveFeed feed) {
        this.archive = archive;
        this.feed = feed;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.ofSite(
                        HttpMethod.GET,
                        "/occupancy",
                        Endpoint.ALL,
                        call -> Future.succeededFuture(Answer.ok(new Zones(feed.zones(call.site()))))),
                Endpoint.ofSite(HttpMethod.GET, "/occupancy/history", Endpoint.ALL, this::history));
    }

    record Zones(List<LiveZone> zones) {}

    record Item(
            Instant at,
            @Nullable Double mean,
            @Nullable Integer max,
            @Nullable Integer capacity,
            int entries,
            int exits) {}

    private Future<Answer> history(Call call) {
        Zone zone = call.house().zones().get(call.fields().text("zone", call.query("zone")));
        if (zone == null) {
            call.fields().wrong("zone", "没有这个区域", "there is no such zone");
        }
        Steps steps = Steps.of(call, EnumSet.copyOf(STEPS.keySet()), Length.QUARTER);
        return call.answer(() -> history(call, Objects.requireNonNull(zone), steps));
    }

    private Future<Answer> history(Call call, Zone zone, Steps steps) {
        Step step = Objects.requireNonNull(STEPS.get(steps.length()));
        Range page = steps.page();
        return Asked.of(archive.points(
                        call.site(),
                        zone.id(),
                        page.from(),
                        page.to(),
                        OccupancyHistory.of(step, call.house().timeZone(), page.from(), page.to(), call.now())))
                .map(items -> items.stream()
                        .map(item -> new Item(
                                item.at(), item.mean(), item.max(), zone.capacity(), item.entries(), item.exits()))
                        .toList())
                .map(items -> Answer.ok(new Items<>(items, steps.cursor())));
    }
}

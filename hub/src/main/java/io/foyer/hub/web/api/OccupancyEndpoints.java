package io.foyer.hub.web.api;

import io.foyer.hub.domain.house.Zone;
import io.foyer.hub.domain.occupancy.OccupancyHistory;
import io.foyer.hub.domain.occupancy.OccupancyHistory.Step;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.wire.LiveZone;
import io.foyer.hub.web.wire.OccupancyStep;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
                Operation.ofSite(HttpMethod.GET, "/occupancy", Roles.ALL, "occupancy", "Every zone as it is now")
                        .answers(Zones.class)
                        .handledBy(call -> Future.succeededFuture(Answer.ok(new Zones(feed.zones(call.site()))))),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/occupancy/history",
                                Roles.ALL,
                                "occupancy",
                                "A zone\'s count by steps of the site\'s clock")
                        .describedAs(Steps.WORDS)
                        .takes(
                                Parameter.text("zone", "The zone's id").required(),
                                Steps.parameter(STEPS.keySet(), Length.QUARTER),
                                Range.FROM,
                                Range.TO,
                                Steps.LIMIT,
                                Parameter.CURSOR)
                        .answersList(OccupancyStep.class)
                        .handledBy(this::history));
    }

    record Zones(List<LiveZone> zones) {}

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
                        .map(item -> OccupancyStep.of(item, zone.capacity()))
                        .toList())
                .map(items -> Answer.ok(new Items<>(items, steps.cursor())));
    }
}

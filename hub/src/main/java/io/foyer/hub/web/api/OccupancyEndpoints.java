package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.OccupancyInterval;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.SetCount;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.wire.CountBody;
import io.foyer.hub.web.wire.LiveZone;
import io.foyer.hub.web.wire.OccupancyStep;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Endpoints for the counts of zones, now and in the past. */
final class OccupancyEndpoints {
    private static final EnumMap<StepLength, OccupancyInterval> STEPS = new EnumMap<>(Map.of(
            StepLength.FIVE_MINUTES, OccupancyInterval.FIVE_MINUTES,
            StepLength.QUARTER, OccupancyInterval.QUARTER,
            StepLength.HOUR, OccupancyInterval.HOUR,
            StepLength.DAY, OccupancyInterval.DAY));

    private final SiteDirectory directory;
    private final Archive archive;
    private final LiveFeed feed;

    OccupancyEndpoints(SiteDirectory directory, Archive archive, LiveFeed feed) {
        this.directory = directory;
        this.archive = archive;
        this.feed = feed;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET, "/occupancy", Roles.ALL, "occupancy", "The present count of every zone")
                        .answers(Zones.class)
                        .handledBy(call -> Future.succeededFuture(ApiAnswer.ok(new Zones(feed.zones(call.site()))))),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/occupancy/history",
                                Roles.ALL,
                                "occupancy",
                                "A zone's count by steps of the site's clock")
                        .describedAs(HistoryQuery.WORDS)
                        .takes(
                                Parameter.ZONE,
                                HistoryQuery.parameter(STEPS.keySet(), StepLength.QUARTER),
                                TimeRange.FROM,
                                TimeRange.TO,
                                HistoryQuery.LIMIT,
                                Parameter.CURSOR)
                        .answersList(OccupancyStep.class)
                        .handledBy(this::history),
                Operation.ofSite(
                                HttpMethod.POST,
                                "/occupancy/{zone}/set",
                                Roles.DESK,
                                "occupancy",
                                "Set the count of a zone that a person has counted: its line counters go on from this count")
                        .takes(Parameter.text("zone", "The zone's id"))
                        .answers(CountSet.class)
                        .responds(Response.inForce(Content.one(CountSet.class)), Response.UNWRITABLE, Response.CONFLICT)
                        .handledBy(CountBody.class, this::set));
    }

    record Zones(List<LiveZone> zones) {}

    /** The count from which a zone goes on. */
    record CountSet(String zone, int count, String reason) {}

    private Future<ApiAnswer> set(ApiCall call, CountBody body) {
        String zone = call.fields().id("zone", call.path("zone"));
        String reason = call.fields().text("reason", body.reason());
        int count = Objects.requireNonNullElse(body.count(), -1);
        if (count < 0 || count > CountBody.MOST) {
            call.fields()
                    .wrong(
                            "count",
                            "0 到 " + CountBody.MOST + " 的整数",
                            "must be a whole number from 0 to " + CountBody.MOST);
        }
        return call.answer(() -> directory
                .change(
                        call.site(),
                        new SetCount(zone, count, reason),
                        call.session().user())
                .map(reply -> ApiAnswer.of(reply, new CountSet(zone, count, reason))));
    }

    private Future<ApiAnswer> history(ApiCall call) {
        Zone zone = call.zone();
        HistoryQuery steps = HistoryQuery.of(call, EnumSet.copyOf(STEPS.keySet()), StepLength.QUARTER);
        return call.answer(() -> history(call, Objects.requireNonNull(zone), steps));
    }

    private Future<ApiAnswer> history(ApiCall call, Zone zone, HistoryQuery steps) {
        OccupancyInterval step = Objects.requireNonNull(STEPS.get(steps.length()));
        TimeRange page = steps.page();
        return new ZoneHistory(archive)
                .of(call, zone.id(), step, page.from(), page.to())
                .map(items -> items.stream()
                        .map(item -> OccupancyStep.of(item, zone.capacity()))
                        .toList())
                .map(items -> ApiAnswer.ok(new ItemList<>(items, steps.cursor())));
    }
}

package io.foyer.hub.web.api;

import io.foyer.hub.domain.occupancy.OccupancyInterval;
import io.foyer.hub.domain.occupancy.Vacancy;
import io.foyer.hub.domain.occupancy.ZoneCount.CountState;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.api.BookedTimes.BookedTime;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.wire.Id;
import io.foyer.hub.web.wire.LiveZone;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Rooms that somebody has booked now and nobody uses. */
final class EmptyRoomEndpoints {
    private static final int USUAL_MINUTES = 15;
    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 720;

    private final BookedTimes bookings;
    private final ZoneHistory histories;
    private final LiveFeed feed;

    EmptyRoomEndpoints(Archive archive, LiveFeed feed) {
        this.bookings = new BookedTimes(archive);
        this.histories = new ZoneHistory(archive);
        this.feed = feed;
    }

    List<Endpoint> endpoints() {
        return List.of(Operation.ofSite(
                        HttpMethod.GET,
                        "/rooms/empty",
                        Roles.DESK,
                        "bookings",
                        "Rooms that are booked now and in which nobody has been for some minutes")
                .describedAs("The answer is exact to five minutes. It leaves out a room whose number of people is not"
                        + " known. The hub looks at 10,000 bookings of this moment at most.")
                .takes(Parameter.number(
                                "minutes",
                                "For how many minutes the room has been empty at least",
                                LEAST_MINUTES,
                                MOST_MINUTES)
                        .with("default", USUAL_MINUTES))
                .answersList(EmptyRoom.class)
                .handledBy(this::empty));
    }

    record EmptyRoom(
            @Schema(pattern = Id.PATTERN) String zone,
            @Schema(pattern = Id.PATTERN) String booking,
            Instant from,
            Instant until,

            @Schema(description = "When the last person left; never before the booking begins")
            Instant emptySince) {}

    private Future<ApiAnswer> empty(ApiCall call) {
        int minutes =
                call.fields().number("minutes", call.query("minutes"), USUAL_MINUTES, LEAST_MINUTES, MOST_MINUTES);
        Instant now = call.now();
        Instant latest = now.minus(Duration.ofMinutes(minutes));
        Set<String> empty = feed.zones(call.site()).stream()
                .filter(zone -> zone.state() == CountState.OK && Objects.equals(zone.count(), 0))
                .map(LiveZone::zone)
                .collect(Collectors.toSet());
        return call.answer(() -> bookings.of(call, null, now, now.plusMillis(1))
                .compose(times -> {
                    Future<List<EmptyRoom>> found = Future.succeededFuture(new ArrayList<>());
                    for (BookedTime booked : times) {
                        if (empty.contains(booked.zone())
                                && !booked.time().from().isAfter(latest)) {
                            found = found.compose(rooms -> look(call, booked, latest, rooms));
                        }
                    }
                    return found;
                })
                .map(rooms -> ApiAnswer.ok(ItemList.all(rooms))));
    }

    /** Adds the room where nobody has been there since {@code latest}. A booking may be longer than what is looked at. */
    private Future<List<EmptyRoom>> look(ApiCall call, BookedTime booked, Instant latest, List<EmptyRoom> rooms) {
        Instant earliest = call.now().minus(Duration.ofMinutes(MOST_MINUTES));
        Instant from = booked.time().from().isAfter(earliest) ? booked.time().from() : earliest;
        return histories
                .of(call, booked.zone(), OccupancyInterval.FIVE_MINUTES, from, call.now())
                .map(items -> {
                    Instant since = Vacancy.since(items, StepSize.FIVE_MINUTES.length(), from, call.now());
                    if (since != null && !since.isAfter(latest)) {
                        rooms.add(new EmptyRoom(
                                booked.zone(),
                                booked.booking(),
                                booked.time().from(),
                                booked.time().until(),
                                since));
                    }
                    return rooms;
                });
    }
}

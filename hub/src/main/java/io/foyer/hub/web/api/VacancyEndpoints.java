package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Booking.TimeSpan;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.OccupancyInterval;
import io.foyer.hub.domain.occupancy.OccupancyItem;
import io.foyer.hub.domain.occupancy.Vacancy;
import io.foyer.hub.domain.occupancy.ZoneCount.CountState;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.ListPage;
import io.foyer.hub.site.Archive.ReservationFilter;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.wire.Id;
import io.foyer.hub.web.wire.LiveZone;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Rooms that somebody has booked and nobody uses. */
final class VacancyEndpoints {
    private static final int LONGEST_DAYS = 31;
    private static final int MOST_BOOKINGS = 10_000;
    private static final int USUAL_MINUTES = 15;
    private static final int MOST_MINUTES = 720;
    private static final OccupancyInterval STEP = OccupancyInterval.FIVE_MINUTES;
    private static final Duration LENGTH = StepSize.FIVE_MINUTES.length();

    private final Archive archive;
    private final ZoneHistory histories;
    private final LiveFeed feed;

    VacancyEndpoints(Archive archive, LiveFeed feed) {
        this.archive = archive;
        this.histories = new ZoneHistory(archive);
        this.feed = feed;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/rooms/empty",
                                Roles.DESK,
                                "bookings",
                                "Rooms that are booked now and in which nobody has been for some minutes")
                        .describedAs("To five minutes. A room of which it is not known how many are there is left out."
                                + " 10,000 bookings of this moment are looked at.")
                        .takes(Parameter.number("minutes", "For how long at least; 15 unless told", 5, MOST_MINUTES))
                        .answersList(EmptyRoom.class)
                        .handledBy(this::empty),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/rooms/unused",
                                Roles.DESK,
                                "bookings",
                                "The bookings of a room to which nobody came")
                        .describedAs(
                                "Those that begin and end in a range of up to 31 days and are over, in order; 10,000"
                                        + " bookings are looked at. A booking is unused if the room is known to have been empty in"
                                        + " all whole steps of five minutes in it.")
                        .takes(Parameter.ZONE, TimeRange.FROM, TimeRange.TO)
                        .answersList(UnusedBooking.class)
                        .handledBy(this::unused));
    }

    record EmptyRoom(
            @Schema(pattern = Id.PATTERN) String zone,
            @Schema(pattern = Id.PATTERN) String booking,
            Instant from,
            Instant until,

            @Schema(description = "At the earliest the beginning of the booking")
            Instant emptySince) {}

    record UnusedBooking(
            @Schema(pattern = Id.PATTERN) String zone,
            @Schema(pattern = Id.PATTERN) String booking,
            Instant from,
            Instant until) {}

    /** A time of a zone's booking. */
    private record BookedTime(String zone, String booking, TimeSpan time) {}

    private Future<ApiAnswer> empty(ApiCall call) {
        int minutes = call.fields().number("minutes", call.query("minutes"), USUAL_MINUTES, 5, MOST_MINUTES);
        Instant now = call.now();
        Instant latest = now.minus(Duration.ofMinutes(minutes));
        Set<String> empty = feed.zones(call.site()).stream()
                .filter(zone -> zone.state() == CountState.OK && Objects.equals(zone.count(), 0))
                .map(LiveZone::zone)
                .collect(Collectors.toSet());
        return call.answer(() -> booked(call, new ReservationFilter(null, null, now, now.plusMillis(1)))
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
        return histories.of(call, booked.zone(), STEP, from, call.now()).map(items -> {
            Instant since = Vacancy.since(items, LENGTH, from, call.now());
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

    private Future<ApiAnswer> unused(ApiCall call) {
        Zone zone = call.zone();
        TimeRange range = TimeRange.of(call, LONGEST_DAYS, "unused bookings");
        Instant end = call.now().isBefore(range.to()) ? call.now() : range.to();
        return call.answer(() -> histories
                .of(call, Objects.requireNonNull(zone).id(), STEP, range.from(), end)
                .compose(items -> booked(call, new ReservationFilter(zone.id(), null, range.from(), end))
                        .map(times -> times.stream()
                                .filter(booked -> isUnused(booked, zone.id(), new TimeSpan(range.from(), end), items))
                                .map(booked -> new UnusedBooking(
                                        booked.zone(),
                                        booked.booking(),
                                        booked.time().from(),
                                        booked.time().until()))
                                .toList()))
                .map(bookings -> ApiAnswer.ok(ItemList.all(bookings))));
    }

    private static boolean isUnused(BookedTime booked, String zone, TimeSpan range, List<OccupancyItem> items) {
        TimeSpan time = booked.time();
        return booked.zone().equals(zone)
                && !time.from().isBefore(range.from())
                && !time.until().isAfter(range.until())
                && Vacancy.isUnused(items, LENGTH, time);
    }

    /** The times that overlap the range of the filter, in order. */
    private Future<List<BookedTime>> booked(ApiCall call, ReservationFilter filter) {
        Instant from = Objects.requireNonNull(filter.from());
        Instant to = Objects.requireNonNull(filter.to());
        return StoreFault.of(archive.reservations(call.site(), filter, MOST_BOOKINGS, null))
                .map(ListPage::items)
                .map(bookings -> bookings.stream()
                        .flatMap((Booking booking) -> booking.times(from, to).stream()
                                .map(time -> new BookedTime(
                                        Objects.requireNonNullElse(booking.zone(), ""), booking.id(), time)))
                        .sorted(Comparator.comparing(
                                        (BookedTime booked) -> booked.time().from())
                                .thenComparing(BookedTime::zone))
                        .toList());
    }
}

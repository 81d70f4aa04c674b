package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Booking.TimeSpan;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.OccupancyInterval;
import io.foyer.hub.domain.occupancy.OccupancyItem;
import io.foyer.hub.domain.occupancy.Vacancy;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.api.BookedTimes.BookedTime;
import io.foyer.hub.web.wire.Id;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Bookings of the past that nobody used. */
final class UnusedBookingEndpoints {
    private static final int LONGEST_DAYS = 31;

    private final BookedTimes bookings;
    private final ZoneHistory histories;

    UnusedBookingEndpoints(Archive archive) {
        this.bookings = new BookedTimes(archive);
        this.histories = new ZoneHistory(archive);
    }

    List<Endpoint> endpoints() {
        return List.of(Operation.ofSite(
                        HttpMethod.GET,
                        "/rooms/unused",
                        Roles.DESK,
                        "bookings",
                        "The bookings of a room to which nobody came")
                .describedAs("The answer has the bookings that begin and end in the range and are over, in order. The"
                        + " range has 31 days at most, and the hub looks at 10,000 bookings at most. A booking is unused"
                        + " where the room is known to have been empty in every whole step of five minutes of the"
                        + " booking.")
                .takes(Parameter.ZONE, TimeRange.FROM, TimeRange.TO)
                .answersList(UnusedBooking.class)
                .handledBy(this::unused));
    }

    record UnusedBooking(
            @Schema(pattern = Id.PATTERN) String zone,
            @Schema(pattern = Id.PATTERN) String booking,
            Instant from,
            Instant until) {}

    private Future<ApiAnswer> unused(ApiCall call) {
        Zone zone = call.zone();
        TimeRange range = TimeRange.of(call, LONGEST_DAYS, "unused bookings");
        Instant end = call.now().isBefore(range.to()) ? call.now() : range.to();
        return call.answer(() -> histories
                .of(call, Objects.requireNonNull(zone).id(), OccupancyInterval.FIVE_MINUTES, range.from(), end)
                .compose(
                        items -> bookings.of(call, zone.id(), range.from(), end).map(times -> times.stream()
                                .filter(booked -> isUnused(booked, zone.id(), new TimeSpan(range.from(), end), items))
                                .map(booked -> new UnusedBooking(
                                        booked.zone(),
                                        booked.booking(),
                                        booked.time().from(),
                                        booked.time().until()))
                                .toList()))
                .map(unused -> ApiAnswer.ok(ItemList.all(unused))));
    }

    private static boolean isUnused(BookedTime booked, String zone, TimeSpan range, List<OccupancyItem> items) {
        TimeSpan time = booked.time();
        return booked.zone().equals(zone)
                && !time.from().isBefore(range.from())
                && !time.until().isAfter(range.until())
                && Vacancy.isUnused(items, StepSize.FIVE_MINUTES.length(), time);
    }
}

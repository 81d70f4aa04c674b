package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Booking.TimeSpan;
import io.foyer.hub.domain.access.Letting;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.HeatMap;
import io.foyer.hub.domain.occupancy.OccupancyInterval;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.domain.occupancy.ZoneUsage;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.ListPage;
import io.foyer.hub.site.Archive.ReservationFilter;
import io.foyer.hub.web.wire.HeatEntry;
import io.foyer.hub.web.wire.LettingEntry;
import io.foyer.hub.web.wire.UseEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Endpoints for the use of zones and for what is let. */
final class UseEndpoints {
    private static final int LONGEST_DAYS = 400;
    /** The hub reads a range up to this length in steps of 5 minutes, and a longer range in quarter-hours. */
    private static final Duration FINE = Duration.ofDays(32);

    private static final int MOST_BOOKINGS = 10_000;
    private static final int MOST_MEMBERSHIPS = 20_000;

    private final Archive archive;

    UseEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(HttpMethod.GET, "/occupancy/use", Roles.ALL, "occupancy", "How a zone was used")
                        .describedAs("A range has 400 days at most. The hub compares counts and bookings in steps of 5"
                                + " minutes, or of 15 minutes where the range has more than 32 days. A booking that fills"
                                + " a part of a step counts by that part. The hub looks at 10,000 bookings at most.")
                        .takes(Parameter.ZONE, TimeRange.FROM, TimeRange.TO)
                        .answers(UseEntry.class)
                        .handledBy(this::use),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/occupancy/heatmap",
                                Roles.ALL,
                                "occupancy",
                                "A zone by day of the week and hour of the site's clock")
                        .describedAs(
                                "A range has 400 days at most. The answer leaves out an hour of the week that the range"
                                        + " does not have.")
                        .takes(Parameter.ZONE, TimeRange.FROM, TimeRange.TO)
                        .answersList(HeatEntry.class)
                        .handledBy(this::heatMap),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/occupancy/letting",
                                Roles.DESK,
                                "occupancy",
                                "What is let today, and what the plans bring in a month")
                        .describedAs("The answer has the offices, the areas of fixed desks and all other zones that"
                                + " memberships name. The hub looks at 20,000 memberships at most. The price of a plan is"
                                + " for the validity of the plan, or for a month where the plan has no validity.")
                        .answersList(LettingEntry.class)
                        .handledBy(this::letting));
    }

    private Future<ApiAnswer> letting(ApiCall call) {
        LocalDate today = LocalDate.ofInstant(call.now(), call.definition().timeZone());
        return StoreFault.of(archive.fixedMemberships(call.site(), today, MOST_MEMBERSHIPS))
                .map(fixed -> Letting.of(call.definition(), fixed, today).stream()
                        .map(LettingEntry::of)
                        .toList())
                .map(entries -> ApiAnswer.ok(ItemList.all(entries)));
    }

    private Future<ApiAnswer> use(ApiCall call) {
        Zone zone = call.zone();
        TimeRange range = TimeRange.of(call, LONGEST_DAYS, "use");
        boolean isFine = Duration.between(range.from(), range.to()).compareTo(FINE) <= 0;
        StepSize size = isFine ? StepSize.FIVE_MINUTES : StepSize.QUARTER;
        OccupancyInterval step = isFine ? OccupancyInterval.FIVE_MINUTES : OccupancyInterval.QUARTER;
        Instant until = call.now().isBefore(range.to()) ? call.now() : range.to();
        return call.answer(() -> new ZoneHistory(archive)
                .of(call, Objects.requireNonNull(zone).id(), step, range.from(), range.to())
                .compose(items -> booked(call, zone.id(), range)
                        .map(times -> ZoneUsage.of(range.from(), items, size.length(), times, until)))
                .map(usage -> ApiAnswer.ok(UseEntry.of(zone, usage))));
    }

    private Future<List<TimeSpan>> booked(ApiCall call, String zone, TimeRange range) {
        return StoreFault.of(archive.reservations(
                        call.site(), new ReservationFilter(zone, null, range.from(), range.to()), MOST_BOOKINGS, null))
                .map(ListPage::items)
                .map(bookings -> bookings.stream()
                        .flatMap((Booking booking) -> booking.times(range.from(), range.to()).stream())
                        .sorted(Comparator.comparing(TimeSpan::from))
                        .toList());
    }

    private Future<ApiAnswer> heatMap(ApiCall call) {
        Zone zone = call.zone();
        TimeRange range = TimeRange.of(call, LONGEST_DAYS, "a heat map");
        return call.answer(() -> new ZoneHistory(archive)
                .of(call, Objects.requireNonNull(zone).id(), OccupancyInterval.HOUR, range.from(), range.to())
                .map(hours -> HeatMap.of(hours, call.definition().timeZone()).stream()
                        .map(HeatEntry::of)
                        .toList())
                .map(cells -> ApiAnswer.ok(ItemList.all(cells))));
    }
}

package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.ReservationFilter;
import io.foyer.hub.site.Recurrence;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.PutBooking;
import io.foyer.hub.site.command.RemoveBooking;
import io.foyer.hub.web.wire.BookingBody;
import io.foyer.hub.web.wire.BookingEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endpoints for bookings of rooms, desks and equipment. */
final class BookingEndpoints {
    private static final String PATH = "/bookings/{id}";
    private static final Duration LONGEST = Duration.ofDays(366);

    private final SiteDirectory directory;
    private final Archive archive;
    private final InstantSource clock;

    BookingEndpoints(SiteDirectory directory, Archive archive, InstantSource clock) {
        this.directory = directory;
        this.archive = archive;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.PUT,
                                PATH,
                                Roles.DESK,
                                "bookings",
                                "Write a booking of a zone or a piece of equipment")
                        .describedAs(
                                "Two bookings of one zone or piece of equipment do not overlap: 409 names the other one.")
                        .answers(BookingEntry.class)
                        .responds(Response.CONFLICT, Response.UNWRITABLE)
                        .handledBy(BookingBody.class, this::put),
                Operation.ofSite(HttpMethod.GET, PATH, Roles.DESK, "bookings", "A booking")
                        .answers(BookingEntry.class)
                        .handledBy(this::get),
                Operation.ofSite(HttpMethod.DELETE, PATH, Roles.DESK, "bookings", "Remove a booking")
                        .answersNothing()
                        .responds(Response.inForce(Content.NOTHING), Response.UNWRITABLE)
                        .handledBy(this::remove),
                Operation.ofSite(HttpMethod.GET, "/bookings", Roles.DESK, "bookings", "Bookings, by id")
                        .takes(
                                Parameter.id("zone", "Only bookings of this zone"),
                                Parameter.id("resource", "Only bookings of this piece of equipment"),
                                Parameter.instant("from", "Only bookings with a time that ends after this instant"),
                                Parameter.instant("to", "Only bookings with a time that begins before this instant"),
                                Parameter.LIMIT,
                                Parameter.CURSOR)
                        .answersList(BookingEntry.class)
                        .handledBy(this::list));
    }

    private Future<ApiAnswer> put(ApiCall call, BookingBody body) {
        RequestFields fields = call.fields();
        ZoneId zone = call.definition().timeZone();
        if ((body.zone() == null) == (body.resource() == null)) {
            fields.wrong("zone", "须且只能给出 zone 或 resource 之一", "give either `zone` or `resource`");
        }
        Set<String> members = fields.ids("members", body.members(), BookingBody.MOST_MEMBERS);
        if (members.isEmpty()) {
            fields.wrong("members", "至少一人", "must name at least one member");
        }
        Instant from = fields.time("from", body.from(), zone).truncatedTo(ChronoUnit.SECONDS);
        Instant until = fields.end("until", body.until(), zone).truncatedTo(ChronoUnit.SECONDS);
        checkWindow(fields, from, until, LONGEST);
        String repeat = fields.optionalText("repeat", body.repeat());
        Set<LocalDate> except = fields.days("except", body.except(), Recurrence.MOST_TIMES);
        if (repeat == null && !except.isEmpty()) {
            fields.wrong("except", "只有重复的预订才有", "is only for bookings that repeat");
        }
        Booking booking = booking(call, body, members, from, until, repeat, except);
        return call.answer(() -> directory
                .change(call.site(), new PutBooking(booking), call.session().user())
                .map(reply -> ApiAnswer.of(reply, BookingEntry.of(booking, null))));
    }

    private Booking booking(
            ApiCall call,
            BookingBody body,
            Set<String> members,
            Instant from,
            Instant until,
            @Nullable String repeat,
            Set<LocalDate> except) {
        RequestFields fields = call.fields();
        Booking once = Booking.once(
                call.id(),
                fields.optionalId("zone", body.zone()),
                fields.optionalId("resource", body.resource()),
                members,
                from,
                until);
        if (repeat == null || !fields.errors().isEmpty()) {
            return once;
        }
        return new Recurrence(repeat, from, until, except)
                .unroll(call.definition().timeZone(), clock.instant())
                .either(
                        times -> once.repeating(new Booking.RepeatRule(repeat, except, times.goesOn()), times.times()),
                        wrong -> {
                            fields.wrong(wrong.field(), wrong.text());
                            return once;
                        });
    }

    /** Adds an error where a time ends before it begins, or lasts too long. */
    static void checkWindow(RequestFields fields, Instant from, Instant until, Duration longest) {
        if (fields.errors().isEmpty() && (!until.isAfter(from) || until.isAfter(from.plus(longest)))) {
            long days = longest.toDays();
            fields.wrong(
                    "until", "须晚于 from，且不超过 " + days + " 天", "must be after `from`, and by " + days + " days at most");
        }
    }

    private Future<ApiAnswer> get(ApiCall call) {
        String id = call.id();
        return call.answer(() -> StoreFault.of(archive.reservation(call.site(), id))
                .map(booking -> booking.map(found -> ApiAnswer.ok(BookingEntry.of(found, null)))
                        .orElse(ApiAnswer.missing("such booking"))));
    }

    private Future<ApiAnswer> remove(ApiCall call) {
        String id = call.id();
        return call.answer(() -> directory
                .change(call.site(), new RemoveBooking(id), call.session().user())
                .map(reply -> ApiAnswer.of(reply, Map.of())));
    }

    private Future<ApiAnswer> list(ApiCall call) {
        ReservationFilter filter = new ReservationFilter(
                call.fields().optionalId("zone", call.query("zone")),
                call.fields().optionalId("resource", call.query("resource")),
                call.instant("from"),
                call.instant("to"));
        int limit = call.limit();
        String cursor = call.fields().optionalId("cursor", call.query("cursor"));
        return call.answer(() -> StoreFault.page(() -> archive.reservations(call.site(), filter, limit, cursor))
                .map(page ->
                        ApiAnswer.ok(ItemList.of(page, booking -> BookingEntry.of(booking, times(booking, filter))))));
    }

    private static @Nullable List<Booking.TimeSpan> times(Booking booking, ReservationFilter filter) {
        Instant from = filter.from();
        Instant to = filter.to();
        return from == null || to == null ? null : booking.times(from, to);
    }
}

package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.ReservationFilter;
import io.foyer.hub.web.wire.RoomEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Endpoint for the times at which the rooms of a site are booked today. A screen at the wall may show these times. Only
 * the desk may see who booked, and for whom.
 */
final class RoomEndpoints {
    /** The most bookings of one day that the hub reads. */
    private static final int MOST_BOOKINGS = 10 * ApiCall.MOST_ITEMS;

    private static final Set<String> KINDS = Set.of("meeting", "room");

    private final Archive archive;

    RoomEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(Operation.ofSite(
                        HttpMethod.GET,
                        "/rooms",
                        Roles.ALL,
                        "bookings",
                        "Each room with the times for which it is booked from now to the end of the site's day")
                .describedAs(
                        "A room is a zone of kind `meeting` or `room`, or one that nobody enters without a booking."
                                + " Who booked is not told.")
                .answersList(RoomEntry.class)
                .handledBy(this::rooms));
    }

    private Future<ApiAnswer> rooms(ApiCall call) {
        Instant from = call.now();
        Instant to = from.atZone(call.definition().timeZone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(call.definition().timeZone())
                .toInstant();
        return call.answer(() -> StoreFault.of(
                        bookings(call.site(), new ReservationFilter(null, null, from, to), null, new ArrayList<>()))
                .map(bookings -> call.definition().zones().values().stream()
                        .filter(RoomEndpoints::isRoom)
                        .map(room -> RoomEntry.of(room, bookings, from, to))
                        .toList())
                .map(rooms -> ApiAnswer.ok(ItemList.all(rooms))));
    }

    private static boolean isRoom(Zone zone) {
        return KINDS.contains(zone.kind()) || zone.control().bookingRequired();
    }

    private Future<List<Booking>> bookings(
            String site, ReservationFilter filter, @Nullable String cursor, List<Booking> found) {
        return archive.reservations(site, filter, ApiCall.MOST_ITEMS, cursor).compose(page -> {
            found.addAll(page.items());
            return page.cursor() == null || found.size() >= MOST_BOOKINGS
                    ? Future.succeededFuture(found)
                    : bookings(site, filter, page.cursor(), found);
        });
    }
}

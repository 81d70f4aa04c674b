package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.PeopleChange.MemberErasure;
import io.foyer.hub.domain.ReservationChange.BookingUpdate;
import io.foyer.hub.domain.ReservationChange.VisitUpdate;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.ListPage;
import io.foyer.hub.site.Archive.ReservationFilter;
import io.foyer.hub.store.SharedStore.Shared;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStore.class)
class ReservationsTest {
    private final Shared shared;
    private final Archive archive;
    private final String site;

    ReservationsTest(Shared shared) {
        this.shared = shared;
        this.archive = shared.database.archive();
        this.site = shared.newSite();
    }

    @Test
    void bookings_are_found_by_place_and_by_the_times_they_have() {
        Instant week = NOON.plus(Duration.ofDays(7));
        List<Booking> bookings = List.of(
                booking("b", "lounge", null, NOON, week),
                booking("a", "house", null, NOON),
                booking("c", null, "beamer", NOON));
        await(shared.journal.commit(
                batch(entry(site, bookings.stream().map(BookingUpdate::new).toArray(Change[]::new)))));

        assertThat(await(archive.reservation(site, "b"))).contains(bookings.get(0));
        assertThat(reservations(null, null, null, null)).containsExactly("a", "b", "c");
        assertThat(reservations("lounge", null, null, null)).containsExactly("b");
        assertThat(reservations(null, "beamer", null, null)).containsExactly("c");
        assertThat(reservations(null, null, week, week.plusSeconds(1))).containsExactly("b");
        assertThat(reservations(null, null, week.minusSeconds(60), week)).isEmpty();
        assertThat(reservations(null, null, NOON.plusSeconds(3_599), week)).containsExactly("a", "b", "c");
        assertThat(reservations(null, null, NOON.plusSeconds(3_600), week)).isEmpty();
        assertThat(reservations(null, null, NOON.plusSeconds(3_600), null)).containsExactly("b");
    }

    @Test
    void a_series_comes_back_as_it_was_booked() {
        Booking series = booking("s", "lounge", null, NOON, NOON.plusSeconds(86_400))
                .repeating(
                        new Booking.RepeatRule("FREQ=DAILY", Set.of(LocalDate.of(2026, 12, 24)), true),
                        List.of(
                                new Booking.TimeSpan(NOON, NOON.plusSeconds(3_600)),
                                new Booking.TimeSpan(NOON.plusSeconds(86_400), NOON.plusSeconds(93_600))));
        await(shared.journal.commit(batch(entry(site, new BookingUpdate(series)))));
        assertThat(await(archive.reservation(site, "s"))).contains(series);
    }

    private static Booking booking(String id, String zone, String resource, Instant... starts) {
        List<Booking.TimeSpan> times = Stream.of(starts)
                .map(start -> new Booking.TimeSpan(start, start.plusSeconds(3_600)))
                .toList();
        return new Booking(
                id,
                zone,
                resource,
                Set.of("m1"),
                times.get(0).from(),
                times.get(0).until(),
                null,
                times);
    }

    private List<String> reservations(String zone, String resource, Instant from, Instant to) {
        return all(cursor -> archive.reservations(site, new ReservationFilter(zone, resource, from, to), 2, cursor))
                .stream()
                .map(Booking::id)
                .toList();
    }

    @Test
    void visits_are_found_by_their_window() {
        Visit visit = new Visit("v1", "Bo", "m1", NOON, NOON.plusSeconds(60), Set.of("front"), NOON, NOON, null);
        await(shared.journal.commit(batch(entry(site, new VisitUpdate(visit)))));
        assertThat(await(archive.visit(site, "v1"))).contains(visit);
        assertThat(all(cursor -> archive.visits(site, NOON.plusSeconds(59), null, 4, cursor)))
                .containsExactly(visit);
        assertThat(all(cursor -> archive.visits(site, NOON.plusSeconds(60), null, 4, cursor)))
                .isEmpty();
        assertThat(all(cursor -> archive.visits(site, null, NOON, 4, cursor))).isEmpty();
    }

    @Test
    void who_is_erased_leaves_no_booking_and_expects_nobody() {
        await(shared.journal.commit(batch(entry(
                site,
                new BookingUpdate(booking("a", "house", null, NOON)),
                new BookingUpdate(Booking.once("b", "house", null, Set.of("m1", "m2"), NOON, NOON.plusSeconds(60))),
                new VisitUpdate(new Visit("v1", "Bo", "m1", NOON, NOON.plusSeconds(60), Set.of(), NOON, null, null)),
                new MemberErasure("m1")))));
        assertThat(await(archive.reservation(site, "a"))).isEmpty();
        assertThat(await(archive.reservation(site, "b")).orElseThrow().members())
                .containsExactly("m2");
        assertThat(await(archive.visit(site, "v1"))).isEmpty();
    }

    private static <T> List<T> all(Function<String, Future<ListPage<T>>> pages) {
        List<T> items = new ArrayList<>();
        String cursor = null;
        do {
            ListPage<T> page = await(pages.apply(cursor));
            items.addAll(page.items());
            cursor = page.cursor();
        } while (cursor != null);
        return items;
    }
}

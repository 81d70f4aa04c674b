package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.ReservationChange;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Booking.TimeSpan;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.site.command.PutBooking;
import io.foyer.hub.site.command.PutMember;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A series without an end does not come to one. */
class SeriesRenewalTest {
    private static final Instant NINE = TestSite.NOW;

    @RegisterExtension
    final TestSite site = new TestSite();

    private static Booking daily() {
        Recurrence.TimesResult times =
                (Recurrence.TimesResult) new Recurrence("FREQ=DAILY", NINE, NINE.plusSeconds(3_600), Set.of())
                        .unroll(TinyHouse.definition().timeZone(), TestSite.NOW);
        return Booking.once("series", "lab", null, Set.of("ann"), NINE, NINE.plusSeconds(3_600))
                .repeating(new Booking.RepeatRule("FREQ=DAILY", Set.of(), times.goesOn()), times.times());
    }

    private void aDayPasses() {
        site.on(() -> {
            site.sites.daily();
            return Future.succeededFuture();
        });
    }

    private Booking renewed() {
        site.let();
        List<Booking> written = site.journal.written.stream()
                .filter(ReservationChange.BookingUpdate.class::isInstance)
                .map(change -> ((ReservationChange.BookingUpdate) change).booking())
                .toList();
        return written.get(written.size() - 1);
    }

    @Test
    void a_series_has_new_times_before_those_that_are_kept_are_over() {
        site.annHasACard();
        site.durable(new PutBooking(daily()));
        site.later(Duration.ofDays(600).toSeconds());
        aDayPasses();

        Booking renewed = renewed();

        assertThat(renewed.times()).hasSize(Recurrence.MOST_TIMES);
        assertThat(renewed.ends()).isAfter(TestSite.NOW.plus(Duration.ofDays(1_190)));
        assertThat(renewed.goesOn()).isTrue();
        assertThat(site.journal.written)
                .filteredOn(Change.AuditRecord.class::isInstance)
                .last()
                .satisfies(change ->
                        assertThat(((Change.AuditRecord) change).actor()).isEqualTo("foyer"));
    }

    @Test
    void who_has_booked_a_time_before_the_series_came_to_it_has_that_time() {
        site.annHasACard();
        site.durable(new PutBooking(daily()));
        TimeSpan taken = new TimeSpan(
                NINE.plus(Duration.ofDays(1_100)),
                NINE.plus(Duration.ofDays(1_100)).plusSeconds(60));
        site.durable(new PutBooking(Booking.once("party", "house", null, Set.of("ann"), taken.from(), taken.until())));
        site.later(Duration.ofDays(600).toSeconds());
        aDayPasses();

        Booking renewed = renewed();

        assertThat(renewed.holds(taken.from())).isFalse();
        assertThat(renewed.holds(taken.from().plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void a_series_with_times_enough_is_left_alone() {
        site.annHasACard();
        site.durable(new PutBooking(daily()));
        int written = site.journal.written.size();
        site.later(Duration.ofDays(400).toSeconds());
        aDayPasses();
        site.durable(new PutMember(new Member("bob", "Bob", null, Set.of())));

        assertThat(site.journal.written).as("that and its line in the trail").hasSize(written + 2);
    }
}

package io.foyer.hub.site;

import static io.foyer.hub.site.TestSite.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.site.command.PutBooking;
import io.foyer.hub.site.command.RemoveBooking;
import io.foyer.hub.site.command.Reply;
import io.vertx.core.Future;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A zone is booked once at a time, with the zones in it and above it. */
class BookingCommandsTest {
    @RegisterExtension
    final TestSite site = new TestSite();

    @Test
    void two_bookings_of_one_moment_do_not_get_one_room() {
        site.annHasACard();
        Future<Reply> first = site.change(new PutBooking(booking("b1")));
        Future<Reply> second = site.change(new PutBooking(booking("b2")));
        assertThat(second.result()).isInstanceOf(Reply.Conflict.class);
        site.let();
        assertThat(first.result()).isEqualTo(new Reply.Success());
        assertThat(site.change(new PutBooking(booking("b2"))).result()).isInstanceOf(Reply.Conflict.class);
        assertThat(site.change(new RemoveBooking("b1")).isComplete()).isFalse();
        assertThat(site.change(new PutBooking(booking("b2"))).isComplete()).isFalse();
    }

    @Test
    void a_zone_is_not_booked_beside_one_that_holds_it_or_lies_in_it() {
        site.annHasACard();
        Booking room = Booking.once("room", "lab", null, Set.of("ann"), NOW, NOW.plusSeconds(60));
        site.durable(new PutBooking(booking("whole")));
        assertThat(site.change(new PutBooking(room)).result())
                .isInstanceOfSatisfying(Reply.Conflict.class, conflict -> assertThat(conflict.detail())
                        .contains("zone house", "booking whole"));

        site.durable(new RemoveBooking("whole"));
        site.durable(new PutBooking(room));
        assertThat(site.change(new PutBooking(booking("whole"))).result()).isInstanceOf(Reply.Conflict.class);
    }

    private static Booking booking(String id) {
        return Booking.once(id, "house", null, Set.of("ann"), NOW, NOW.plusSeconds(60));
    }
}

package io.foyer.hub.site;

import static io.foyer.hub.site.ImportedSite.card;
import static io.foyer.hub.site.ImportedSite.key;
import static io.foyer.hub.site.ImportedSite.member;
import static io.foyer.hub.site.ImportedSite.membership;
import static io.foyer.hub.site.TestSite.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Doorkeeper;
import io.vertx.core.Future;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody is erased and registered again before anything of it is durable. */
class ErasedAgainTest {
    private final ImportedSite site = new ImportedSite();

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    @Test
    void they_are_there_and_have_nothing_of_what_was_theirs_or_on_its_way_to_them() {
        site.done(
                new Act.PutMember(member("ann")),
                new Act.PutMembership(membership("ann")),
                new Act.PutCredential(card("ann 04A2B3C4", "1234"), false));
        site.done(new Act.PutMember(member("bob")));
        site.change(new Act.PutMember(member("cai")));
        // All from here on is one batch, which waits for that.
        site.change(new Act.PutCredential(card("ann 04A2B3C5", "1234"), false));
        site.change(
                new Act.PutBooking(Booking.once("b", "house", null, Set.of("ann", "bob"), NOW, NOW.plusSeconds(3600))));
        site.change(new Act.EraseMember("ann"));
        assertThat(site.opensTo("04A2B3C4")).isFalse();
        Future<Reply> again = site.change(new Act.PutMember(member("ann")));
        assertThat(site.change(new Act.PutCredential(card("ann 04A2B3C5"), true))
                        .result())
                .as("who is not there yet gets nothing, and no PIN of who was")
                .isInstanceOf(Reply.Invalid.class);
        site.let();
        site.let();

        assertThat(again.result()).isEqualTo(new Reply.Done());
        Doorkeeper keeper = site.site.doorkeeper();
        assertThat(keeper.knows("ann")).isTrue();
        assertThat(keeper.membership("ann.all")).isNull();
        assertThat(keeper.credential(key("04A2B3C4"))).isNull();
        assertThat(keeper.credential(key("04A2B3C5"))).isNull();
        assertThat(keeper.bookings().get("b").members()).containsExactly("bob");
    }
}

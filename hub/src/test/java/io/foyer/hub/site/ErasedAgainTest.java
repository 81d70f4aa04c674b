package io.foyer.hub.site;

import static io.foyer.hub.site.ImportedSite.card;
import static io.foyer.hub.site.ImportedSite.key;
import static io.foyer.hub.site.ImportedSite.member;
import static io.foyer.hub.site.ImportedSite.membership;
import static io.foyer.hub.site.TestSite.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.site.command.EraseMember;
import io.foyer.hub.site.command.PutBooking;
import io.foyer.hub.site.command.PutCredential;
import io.foyer.hub.site.command.PutMember;
import io.foyer.hub.site.command.PutMembership;
import io.foyer.hub.site.command.Reply;
import io.vertx.core.Future;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A member is erased and registered again before either command is durable. */
class ErasedAgainTest {
    private final ImportedSite site = new ImportedSite();

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    @Test
    void they_are_there_and_have_nothing_of_what_was_theirs_or_on_its_way_to_them() {
        site.done(
                new PutMember(member("ann")),
                new PutMembership(membership("ann")),
                new PutCredential(card("ann 04A2B3C4", "1234"), false));
        site.done(new PutMember(member("bob")));
        site.change(new PutMember(member("cai")));
        // All commands from here on are one batch, which waits for the batch of the command above.
        site.change(new PutCredential(card("ann 04A2B3C5", "1234"), false));
        site.change(new PutBooking(Booking.once("b", "house", null, Set.of("ann", "bob"), NOW, NOW.plusSeconds(3600))));
        site.change(new EraseMember("ann"));
        assertThat(site.opensTo("04A2B3C4")).isFalse();
        Future<Reply> again = site.change(new PutMember(member("ann")));
        assertThat(site.change(new PutCredential(card("ann 04A2B3C5"), true)).result())
                .as("who is not there yet gets nothing, and no PIN of who was")
                .isInstanceOf(Reply.InvalidFields.class);
        site.let();
        site.let();

        assertThat(again.result()).isEqualTo(new Reply.Success());
        Doorkeeper keeper = site.site.doorkeeper();
        assertThat(keeper.knows("ann")).isTrue();
        assertThat(keeper.membership("ann.all")).isNull();
        assertThat(keeper.credential(key("04A2B3C4"))).isNull();
        assertThat(keeper.credential(key("04A2B3C5"))).isNull();
        assertThat(keeper.bookings().get("b").members()).containsExactly("bob");
    }
}

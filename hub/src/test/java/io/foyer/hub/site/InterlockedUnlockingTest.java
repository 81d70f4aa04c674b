package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.site.command.UnlockDoor;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two doors of which one opens while the other is shut, and the desk that unlocks them. */
class InterlockedUnlockingTest {
    @RegisterExtension
    final TestSite site = new TestSite(definition());

    private static SiteDefinition definition() {
        return TinyHouse.definition(
                List.of(door("front"), door("back")), List.of(TinyHouse.reader("front"), TinyHouse.reader("back")));
    }

    private static Door door(String id) {
        return new Door(id, "outside", "house", 5, Door.DoorUse.SECURE, false, true, "lobby", null, false, Set.of());
    }

    private static Command unlock(String door) {
        return new UnlockDoor(door, null, "parcel");
    }

    private void everythingIsDurable() {
        while (site.journal.waiting() > 0) {
            site.let();
        }
    }

    @Test
    void while_one_is_being_unlocked_the_other_is_not() {
        site.change(unlock("front"));
        Future<Reply> other = site.change(unlock("back"));
        assertThat(other.result()).isInstanceOf(Reply.Conflict.class);

        everythingIsDurable();
        assertThat(site.orders).extracting(DoorOrder::device).containsExactly("front-in");
        site.later(16);
        assertThat(site.change(unlock("back")).isComplete()).isFalse();
    }

    @Test
    void one_that_is_being_unlocked_stays_shut_where_somebody_was_let_through_the_other_meanwhile() {
        site.annHasACard();
        site.change(unlock("back"));
        site.hear("front-in", "swipe", null, null, TestSite.swipe());

        everythingIsDurable();
        assertThat(site.orders).extracting(DoorOrder::device).containsExactly("front-in");
    }
}

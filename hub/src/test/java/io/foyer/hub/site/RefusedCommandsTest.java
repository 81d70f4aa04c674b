package io.foyer.hub.site;

import static io.foyer.hub.site.TestSite.card;
import static io.foyer.hub.site.TestSite.swipe;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.EraseMember;
import io.foyer.hub.site.command.FileCredentials;
import io.foyer.hub.site.command.OverrideDoor;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.PutCredential;
import io.foyer.hub.site.command.PutMember;
import io.foyer.hub.site.command.RemoveCredential;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.site.command.StartLockdown;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The database refuses the content of a command: memory is as the database is, and the sender hears of the refusal. */
class RefusedCommandsTest {
    private static final Reply.ContentRefusal UNWRITABLE = new Reply.ContentRefusal("22021 a letter that is none");

    @RegisterExtension
    final TestSite site = new TestSite();

    private void refused(Command command) {
        Future<Reply> reply = site.change(command);
        site.letNothingIn(UNWRITABLE.reason());
        assertThat(reply.result()).isEqualTo(UNWRITABLE);
    }

    private void swipeGets(Class<? extends DoorOrder> answer) {
        site.hear("front-in", "swipe", "s-" + site.orders.size(), null, swipe());
        assertThat(site.orders).last().isInstanceOf(answer);
        site.let();
    }

    private static Command lock() {
        return new OverrideDoor("front", DoorOverride.OverrideMode.LOCKED, null, "a leak");
    }

    @Test
    void what_would_let_somebody_in_does_not() {
        refused(new PutMember(new Member("bob", "Bob", null, Set.of())));

        assertThat(site.change(new EraseMember("bob")).result()).isInstanceOf(Reply.MissingThing.class);
    }

    @Test
    void what_bound_at_once_binds_no_more() {
        site.annHasACard();
        refused(new RemoveCredential(card(false).key()));
        swipeGets(DoorOrder.UnlockOrder.class);
        refused(new PutCredential(card(true), true));
        swipeGets(DoorOrder.UnlockOrder.class);
        refused(new StartLockdown("a drill"));
        swipeGets(DoorOrder.UnlockOrder.class);
        refused(lock());
        swipeGets(DoorOrder.UnlockOrder.class);
    }

    @Test
    void where_the_same_is_asked_twice_and_both_are_refused_it_is_as_before_both() {
        site.annHasACard();
        site.change(new PutMember(new Member("bob", "Bob", null, Set.of()))); // so that the next two wait together
        site.change(lock());
        site.change(lock());
        site.let();
        site.hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(site.orders)
                .last()
                .isEqualTo(new DoorOrder.DenyOrder("front-in", "s-1", AccessReason.DOOR_DISABLED));
        site.letNothingIn(UNWRITABLE.reason());
        site.let();

        swipeGets(DoorOrder.UnlockOrder.class);
    }

    @Test
    void a_file_of_people_is_not_taken_in() {
        site.annHasACard();
        PeopleFile people = new PeopleFile(
                List.of(new Member("bob", "Bob", null, Set.of())), List.of(), new FileCredentials(List.of()));
        Future<Reply> reply = site.importPeople(people);
        site.gathers();
        site.letNothingIn(UNWRITABLE.reason());
        assertThat(reply.result()).isEqualTo(UNWRITABLE);
        assertThat(site.change(new EraseMember("bob")).result()).isInstanceOf(Reply.MissingThing.class);
    }
}

package io.foyer.hub.site;

import static io.foyer.hub.site.TestSite.NOW;
import static io.foyer.hub.site.TestSite.card;
import static io.foyer.hub.site.TestSite.swipe;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.PeopleChange;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.site.command.CheckInVisitor;
import io.foyer.hub.site.command.CheckOutVisitor;
import io.foyer.hub.site.command.EraseMember;
import io.foyer.hub.site.command.PutCredential;
import io.foyer.hub.site.command.PutMember;
import io.foyer.hub.site.command.PutMembership;
import io.foyer.hub.site.command.PutVisit;
import io.foyer.hub.site.command.RemoveCredential;
import io.foyer.hub.site.command.Reply;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people command a site to change, and when the change is in force. */
class CommandHandlerTest {
    @RegisterExtension
    final TestSite site = new TestSite();

    @Test
    void what_lets_somebody_in_is_in_force_after_its_commit() {
        site.annHasACard();
        site.change(new RemoveCredential(card(false).key()));
        site.let();

        Future<Reply> reply = site.change(new PutCredential(card(false), true));
        site.hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(reply.isComplete()).isFalse();
        assertThat(site.orders)
                .last()
                .isEqualTo(new DoorOrder.DenyOrder("front-in", "s-1", AccessReason.UNKNOWN_CREDENTIAL));

        site.let();
        assertThat(reply.result()).isEqualTo(new Reply.Success());
        site.hear("front-in", "swipe", "s-2", null, swipe());
        assertThat(site.orders).last().isInstanceOf(DoorOrder.UnlockOrder.class);
    }

    @Test
    void a_block_rules_the_very_next_swipe_and_a_waiting_grant_does_not_undo_it() {
        site.annHasACard();

        site.change(new PutCredential(card(false), true));
        Future<Reply> blocked = site.change(new PutCredential(card(true), true));
        site.hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(site.orders)
                .last()
                .isEqualTo(new DoorOrder.DenyOrder("front-in", "s-1", AccessReason.CREDENTIAL_BLOCKED));

        site.let();
        site.let();
        assertThat(blocked.result()).isEqualTo(new Reply.Success());
        site.hear("front-in", "swipe", "s-2", null, swipe());
        assertThat(site.orders)
                .last()
                .isEqualTo(new DoorOrder.DenyOrder("front-in", "s-2", AccessReason.CREDENTIAL_BLOCKED));
    }

    @Test
    void while_the_database_is_away_a_block_is_in_force_and_a_right_is_refused() {
        site.annHasACard();
        site.hear("cam", "count", "c-1", NOW, new Message.HeadCount(1));
        site.refuse();

        assertThat(site.change(new PutCredential(card(true), true)).result()).isEqualTo(new Reply.InForceReply());
        assertThat(site.change(new PutCredential(card(false), true)).result()).isEqualTo(new Reply.Unavailability());
        site.hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(site.orders)
                .last()
                .isEqualTo(new DoorOrder.DenyOrder("front-in", "s-1", AccessReason.CREDENTIAL_BLOCKED));
    }

    @Test
    void a_card_keeps_its_pin_when_it_is_blocked_and_not_when_it_gets_another_member() {
        site.annHasACard();
        site.change(new PutMember(new Member("bob", "Bob", null, Set.of())));
        site.let();
        site.change(new PutCredential(card(false).withPin("sealed"), false));
        site.change(new PutCredential(card(true), true));
        site.change(new PutCredential(card(false), true));
        while (site.journal.waiting() > 0) {
            site.let();
        }
        assertThat(credentials())
                .endsWith(card(true).withPin("sealed"), card(false).withPin("sealed"));

        site.change(new PutCredential(card(false), false));
        site.let();
        assertThat(credentials()).endsWith(card(false));
        site.change(new PutCredential(card(false).withPin("sealed"), false));
        site.let();
        Credential bobs = new Credential(card(false).key(), "bob", false, null);
        site.change(new PutCredential(bobs, true));
        site.let();
        assertThat(credentials()).endsWith(bobs);
    }

    private List<Credential> credentials() {
        return site.journal.written.stream()
                .filter(PeopleChange.CredentialUpdate.class::isInstance)
                .map(change -> ((PeopleChange.CredentialUpdate) change).credential())
                .toList();
    }

    @Test
    void a_pin_of_somebody_else_is_not_taken_from_them() {
        site.annHasACard();
        site.change(new PutMember(new Member("bob", "Bob", null, Set.of())));
        site.let();
        Credential.CredentialKey pin = new Credential.CredentialKey(CredentialType.PIN, "sealed");
        site.change(new PutCredential(new Credential(pin, "ann", false, null), true));
        Reply reply = site.change(new PutCredential(new Credential(pin, "bob", false, null), true))
                .result();
        assertThat(((Reply.InvalidFields) reply).errors())
                .extracting(Reply.FieldError::field)
                .containsExactly("value");
    }

    @Test
    void a_card_is_blocked_and_removed_by_any_reading_of_it_and_is_nobody_elses_by_one() {
        site.annHasACard();
        site.durable(new PutMember(new Member("bob", "Bob", null, Set.of())));
        site.durable(new PutCredential(read("04A2B3C4", "ann", false), true));

        assertThat(site.change(new PutCredential(read("C4B3A204", "bob", true), true))
                        .result())
                .isInstanceOf(Reply.InvalidFields.class);
        site.change(new PutCredential(read("C4B3A204", "ann", true), true));
        assertThat(swiped("04A2B3C4"))
                .isEqualTo(new DoorOrder.DenyOrder("front-in", null, AccessReason.CREDENTIAL_BLOCKED));
        site.change(new RemoveCredential(new Credential.CredentialKey(CredentialType.CARD, "C4B3A204")));
        assertThat(swiped("04A2B3C4"))
                .isEqualTo(new DoorOrder.DenyOrder("front-in", null, AccessReason.UNKNOWN_CREDENTIAL));
        while (site.journal.waiting() > 0) {
            site.let();
        }
        assertThat(site.journal.written)
                .contains(
                        new PeopleChange.CredentialUpdate(read("04A2B3C4", "ann", true)),
                        new PeopleChange.CredentialRemoval(
                                new Credential.CredentialKey(CredentialType.CARD, "04A2B3C4")));
    }

    private static Credential read(String card, String member, boolean blocked) {
        return new Credential(new Credential.CredentialKey(CredentialType.CARD, card), member, blocked, null);
    }

    private DoorOrder swiped(String card) {
        site.hear("front-in", "swipe", null, null, new Message.CardSwipe(card, CredentialType.CARD, null, null, null));
        return site.orders.get(site.orders.size() - 1);
    }

    @Test
    void a_command_that_names_what_is_not_there_is_refused_field_by_field() {
        Membership membership = new Membership(
                "m",
                "bob",
                "none",
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-01-01"),
                Membership.MembershipStatus.ACTIVE,
                "attic",
                "common");

        Reply reply = site.change(new PutMembership(membership)).result();

        assertThat(((Reply.InvalidFields) reply).errors())
                .extracting(Reply.FieldError::field)
                .containsExactly("member", "plan", "zone", "until", "company");
        assertThat(site.sites
                        .change("nowhere", new EraseMember("ann"), "admin")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(Reply.MissingThing.class);
    }

    @Test
    void what_is_on_its_way_can_be_taken_away_before_it_is_there() {
        site.annHasACard();
        site.durable(new RemoveCredential(card(false).key()));
        site.change(new PutCredential(card(false), true));
        site.change(new PutMember(new Member("bob", "Bob", null, Set.of())));

        assertThat(site.change(new RemoveCredential(card(false).key())).isComplete())
                .isFalse();
        assertThat(site.change(new EraseMember("bob")).isComplete()).isFalse();
        while (site.journal.waiting() > 0) {
            site.let();
        }
        site.hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(site.orders)
                .last()
                .isEqualTo(new DoorOrder.DenyOrder("front-in", "s-1", AccessReason.UNKNOWN_CREDENTIAL));
        assertThat(site.change(new EraseMember("bob")).result()).isInstanceOf(Reply.MissingThing.class);
    }

    @Test
    void a_visit_whose_host_was_erased_is_not_brought_back_by_what_the_desk_does_with_it() {
        site.annHasACard();
        site.durable(new PutVisit("v", "Bo", "ann", NOW, NOW.plusSeconds(3_600), Set.of("front")));
        site.change(new CheckInVisitor("v"));
        site.change(new EraseMember("ann"));

        assertThat(site.change(new CheckInVisitor("v")).result()).isEqualTo(new Reply.MissingThing("visit v"));
        assertThat(site.change(new CheckOutVisitor("v")).result()).isEqualTo(new Reply.MissingThing("visit v"));
    }
}

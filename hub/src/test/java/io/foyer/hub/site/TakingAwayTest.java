package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.ReservationChange;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.site.command.CheckInVisitor;
import io.foyer.hub.site.command.CheckOutVisitor;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.PutCredential;
import io.foyer.hub.site.command.PutMember;
import io.foyer.hub.site.command.PutMembership;
import io.foyer.hub.site.command.PutVisit;
import io.foyer.hub.site.command.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a command takes away binds at once; what a command gives binds on commit. One command may do both. */
class TakingAwayTest {
    private static final String SITE = "harbour";
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3_600);
    private static final Instant ELEVEN = TEN.plusSeconds(3_600);
    private static final Instant NOON = ELEVEN.plusSeconds(3_600);
    private static final Credential CARD =
            new Credential(new Credential.CredentialKey(CredentialType.CARD, "A1"), "ann", false, null);
    private static final Visit VISIT =
            new Visit("v", "Bo", "ann", NINE, NOON, Set.of("front", "vault"), NINE, null, null);

    @RegisterExtension
    final TestSite site = new TestSite(TinyHouse.definition(
            List.of(
                    new Door("front", "outside", "house", 5, Door.DoorUse.SECURE, false),
                    new Door("vault", "outside", "house", 5, Door.DoorUse.SECURE, true)),
            List.of(TinyHouse.reader("front"), TinyHouse.reader("vault"))));

    @BeforeEach
    void ann_has_a_card_and_expects_somebody() {
        site.durable(new PutMember(new Member("ann", "Ann", null, Set.of())));
        site.durable(new PutMember(new Member("bob", "Bob", null, Set.of())));
        site.durable(membership("ann", "2026-11-01", null));
        site.durable(membership("bob", "2026-11-01", null));
        site.durable(new PutCredential(CARD.withPin("ones"), false));
        site.durable(visit(NINE, NOON, "front", "vault"));
    }

    private void theDatabaseIsAway() {
        site.change(new PutMember(new Member("cai", "Cai", null, Set.of())));
        site.refuse();
    }

    private static Command membership(String member, String from, @Nullable String until) {
        return new PutMembership(new Membership(
                "of-" + member,
                member,
                "all",
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                Membership.MembershipStatus.ACTIVE,
                null,
                null));
    }

    private static Command visit(Instant from, Instant until, String... doors) {
        return new PutVisit("v", "Bo", "ann", from, until, Set.of(doors));
    }

    private AccessReason visitor(String door, Instant at) {
        return explained(CredentialType.QR, site.recognition.passes().of(SITE, VISIT), door, at);
    }

    private AccessReason card(Instant at) {
        return explained(CredentialType.CARD, "A1", "front", at);
    }

    private AccessReason explained(CredentialType type, String credential, String door, Instant at) {
        return site.on(() -> site.sites.explain(
                        SITE, new SiteDirectory.AccessQuestion(type, credential, door, Direction.IN, at)))
                .orElseThrow()
                .reason();
    }

    /** How the door that asks for both decides on a card and a PIN. */
    private DoorOrder cardWith(String pin) {
        site.hear("vault-in", "swipe", null, null, new Message.CardSwipe("A1", CredentialType.CARD, null, pin, null));
        return site.orders.get(site.orders.size() - 1);
    }

    private static Command lasting(@Nullable Instant until) {
        return new PutCredential(new Credential(CARD.key(), "ann", false, until), true);
    }

    private String sealed(String pin) {
        return site.recognition.pins().beside(SITE, CARD.key(), pin);
    }

    @Test
    void a_visit_that_ends_sooner_begins_later_or_has_fewer_doors_binds_at_once() {
        Future<Reply> reply = site.change(visit(TEN, ELEVEN, "front"));
        assertThat(visitor("front", NINE)).isEqualTo(AccessReason.NO_RIGHT);
        assertThat(visitor("front", TEN)).isEqualTo(AccessReason.GRANTED);
        assertThat(visitor("front", ELEVEN)).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
        assertThat(visitor("vault", TEN)).isEqualTo(AccessReason.NO_RIGHT);
        assertThat(reply.isComplete()).isFalse();
        site.let();
        assertThat(reply.result()).isEqualTo(new Reply.Success());
        assertThat(visitor("front", TEN)).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void a_visit_that_moves_has_what_both_windows_have_until_it_is_durable() {
        site.change(visit(TEN, NOON.plusSeconds(3_600), "front"));
        assertThat(visitor("front", NINE)).isEqualTo(AccessReason.NO_RIGHT);
        assertThat(visitor("front", ELEVEN)).isEqualTo(AccessReason.GRANTED);
        assertThat(visitor("front", NOON)).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
        site.let();
        assertThat(visitor("front", NOON)).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void a_visit_that_moves_back_before_that_is_durable_has_all_of_its_window_again() {
        site.change(visit(TEN, NOON.plusSeconds(3_600), "front"));
        site.change(visit(NINE, NOON, "front"));
        site.let();
        assertThat(visitor("front", NINE)).isEqualTo(AccessReason.NO_RIGHT);
        site.let();
        assertThat(visitor("front", NINE)).isEqualTo(AccessReason.GRANTED);
        assertThat(visitor("front", NOON)).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
    }

    @Test
    void a_credential_that_ends_sooner_does_so_at_once_and_one_that_ends_later_after_its_commit() {
        site.change(lasting(TEN));
        assertThat(card(TEN)).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
        site.let();
        site.change(lasting(NOON));
        assertThat(card(TEN)).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
        site.let();
        assertThat(card(TEN)).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void a_card_that_passes_on_is_nobodys_until_that_is_durable() {
        site.change(new PutCredential(new Credential(CARD.key(), "bob", false, null), false));
        assertThat(card(NINE)).isEqualTo(AccessReason.CREDENTIAL_BLOCKED);
        site.let();
        assertThat(card(NINE)).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void an_old_pin_is_wrong_at_once_and_a_new_one_right_when_it_is_durable() {
        site.durable(new PutCredential(CARD.withPin(sealed("2468")), false));
        site.change(new PutCredential(CARD.withPin(sealed("1357")), false));
        assertThat(cardWith("2468")).isInstanceOf(DoorOrder.DenyOrder.class);
        assertThat(cardWith("1357")).isInstanceOf(DoorOrder.DenyOrder.class);
        while (site.journal.waiting() > 0) {
            site.let();
        }
        assertThat(cardWith("1357")).isInstanceOf(DoorOrder.UnlockOrder.class);

        site.change(new PutCredential(CARD, false));
        assertThat(cardWith("1357")).isInstanceOf(DoorOrder.DenyOrder.class);
    }

    @Test
    void a_first_pin_opens_when_it_is_durable() {
        site.durable(new PutCredential(CARD, false));
        site.change(new PutCredential(CARD.withPin(sealed("2468")), false));
        assertThat(cardWith("2468")).isInstanceOf(DoorOrder.DenyOrder.class);
        assertThat(card(NINE)).isEqualTo(AccessReason.GRANTED);
        while (site.journal.waiting() > 0) {
            site.let();
        }
        assertThat(cardWith("2468")).isInstanceOf(DoorOrder.UnlockOrder.class);
    }

    @Test
    void a_membership_that_moves_has_the_days_of_both_until_it_is_durable() {
        site.durable(membership("ann", "2026-11-01", "2026-11-23"));
        site.change(membership("ann", "2026-11-24", "2026-11-30"));
        assertThat(card(NINE)).isEqualTo(AccessReason.MEMBERSHIP_NOT_STARTED);
        assertThat(card(NINE.plusSeconds(86_400))).isEqualTo(AccessReason.MEMBERSHIP_EXPIRED);
        site.let();
        assertThat(card(NINE.plusSeconds(86_400))).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void while_the_database_is_away_what_takes_something_away_is_in_force_and_what_only_gives_is_refused() {
        theDatabaseIsAway();
        assertThat(site.change(visit(NINE.minusSeconds(60), NOON, "front", "vault"))
                        .result())
                .isEqualTo(new Reply.Unavailability());
        assertThat(site.change(visit(NINE, TEN, "front")).result()).isEqualTo(new Reply.InForceReply());
        assertThat(site.change(visit(NINE, TEN, "front")).result()).isEqualTo(new Reply.InForceReply());
        assertThat(visitor("front", TEN)).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
        assertThat(site.change(lasting(TEN)).result()).isEqualTo(new Reply.InForceReply());
        assertThat(site.change(lasting(NOON)).result()).isEqualTo(new Reply.Unavailability());
        assertThat(card(TEN)).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
    }

    @Test
    void what_takes_away_and_gives_is_in_force_for_what_it_takes_away_while_the_database_is_away() {
        theDatabaseIsAway();
        assertThat(site.change(visit(TEN, NOON.plusSeconds(3_600), "front")).result())
                .isEqualTo(new Reply.InForceReply());
        assertThat(visitor("front", NINE)).isEqualTo(AccessReason.NO_RIGHT);
        assertThat(visitor("front", NOON)).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
    }

    @Test
    void who_is_checked_in_or_out_twice_has_come_and_gone_the_first_time() {
        site.durable(new CheckOutVisitor("v"));
        assertThat(visitor("front", NINE)).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
        site.durable(new CheckInVisitor("v"));
        site.later(60);
        site.durable(new CheckInVisitor("v"));
        assertThat(visit().checkedIn()).isEqualTo(NINE);

        site.durable(new CheckOutVisitor("v"));
        site.later(60);
        site.durable(new CheckOutVisitor("v"));
        assertThat(visit().checkedOut()).isEqualTo(NINE.plusSeconds(60));
    }

    /** The visit that was written last. */
    private Visit visit() {
        return site.journal.written.stream()
                .filter(ReservationChange.VisitUpdate.class::isInstance)
                .map(change -> ((ReservationChange.VisitUpdate) change).visit())
                .reduce((before, after) -> after)
                .orElseThrow();
    }
}

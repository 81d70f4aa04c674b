package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.AccessChange;
import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.DoorChange;
import io.foyer.hub.domain.PeopleChange;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.PinAttempts;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.access.Whereabouts.UnusedGrant;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What passing people leave behind, written to PostgreSQL and read back. */
@ExtendWith(SharedStore.class)
class AccessStateTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private final Shared shared;
    private final String site;

    AccessStateTest(Shared shared) {
        this.shared = shared;
        this.site = shared.newSite();
    }

    private void keep(Change... changes) {
        await(shared.journal.commit(batch(entry(site, changes))));
    }

    private AccessState loaded() {
        return await(TestStore.load(shared.journal, TestStore.definition(site), NOON))
                .accessState();
    }

    private static Whereabouts in(String person, String zone) {
        return new Whereabouts(person, zone, NOON, false, null);
    }

    @Test
    void everything_comes_back_as_it_was_written_last() {
        Whereabouts ann = new Whereabouts(
                "ann", "lounge", NOON, true, new UnusedGrant("front", "house", NOON.plusSeconds(10), "m"));
        Whereabouts visitor = new Whereabouts(
                "visit/v", "outside", Instant.EPOCH, false, new UnusedGrant("front", "outside", NOON, null));
        DoorActivity front = new DoorActivity("front", NOON.plusSeconds(10), NOON.minusSeconds(10));
        DoorContact open = DoorContact.told("front", site + "-reader", true, NOON, NOON.plusSeconds(1));
        PinAttempts.WrongPins count = new PinAttempts.WrongPins("card/04A2B3C4", 3, NOON);
        keep(
                new AccessChange.WhereaboutsUpdate(in("ann", "house")),
                new AccessChange.WhereaboutsUpdate(ann),
                new AccessChange.WhereaboutsUpdate(visitor),
                new AccessChange.DayUse("m", DAY),
                new AccessChange.DayUse("m", DAY),
                new AccessChange.DayUse("m", DAY.plusDays(1)),
                new AccessChange.AttemptsUpdate(count),
                new AccessChange.AttemptsUpdate(new PinAttempts.WrongPins("door/front", 0, NOON)),
                new AccessChange.DoorActivityUpdate(front),
                new AccessChange.ContactUpdate(open.silent(NOON)),
                new AccessChange.ContactUpdate(open),
                new DoorChange.ReleaseUpdate(new Release(NOON, "desk", "fire")));
        keep(new AccessChange.DayUse("m", DAY));

        assertThat(loaded())
                .isEqualTo(new AccessState(
                        Set.of(ann, visitor),
                        Map.of("m", Set.of(DAY, DAY.plusDays(1))),
                        Set.of(count),
                        Set.of(front),
                        Set.of(open),
                        new Release(NOON, "desk", "fire")));
    }

    @Test
    void a_contact_that_has_fallen_silent_comes_back_as_such() {
        DoorContact silent = DoorContact.told("front", site + "-reader", true, NOON, NOON)
                .asleep(NOON.plusSeconds(60))
                .silent(NOON.plusSeconds(3660));
        keep(new AccessChange.ContactUpdate(silent));

        assertThat(loaded().contacts()).containsExactly(silent);
    }

    @Test
    void what_is_over_is_gone() {
        keep(
                new AccessChange.WhereaboutsUpdate(in("ann", "lounge")),
                new AccessChange.AttemptsUpdate(new PinAttempts.WrongPins("door/front", 2, NOON)),
                new AccessChange.DoorActivityUpdate(new DoorActivity("front", NOON, null)),
                new DoorChange.ReleaseUpdate(new Release(NOON, "desk", "fire")));
        keep(
                new AccessChange.WhereaboutsRemoval("ann"),
                new AccessChange.AttemptsUpdate(new PinAttempts.WrongPins("door/front", 0, NOON)),
                new DoorChange.ReleaseUpdate(null));

        assertThat(loaded().whereabouts()).isEmpty();
        assertThat(loaded().attempts()).isEmpty();
        assertThat(loaded().release()).isNull();
    }

    @Test
    void nothing_is_left_of_an_erased_person() {
        keep(
                new PeopleChange.MemberUpdate(new Member("ann", "Ann", null, Set.of())),
                new PeopleChange.MembershipUpdate(
                        new Membership("m", "ann", "all", DAY, null, Membership.MembershipStatus.ACTIVE, null, null)),
                new PeopleChange.CredentialUpdate(new Credential(
                        Credential.CredentialKey.of(CredentialType.CARD, "04A2B3C4"), "ann", false, null)),
                new AccessChange.WhereaboutsUpdate(in("ann", "lounge")),
                new AccessChange.WhereaboutsUpdate(in("bob", "lounge")),
                new AccessChange.DayUse("m", DAY),
                new AccessChange.AttemptsUpdate(new PinAttempts.WrongPins("card/04A2B3C4", 2, NOON)));

        keep(new PeopleChange.MemberErasure("ann"));

        assertThat(loaded())
                .isEqualTo(new AccessState(Set.of(in("bob", "lounge")), Map.of(), Set.of(), Set.of(), Set.of(), null));
    }

    @Test
    void who_is_registered_again_in_the_batch_in_which_they_were_erased_begins_with_nothing() {
        Membership membership =
                new Membership("m", "ann", "all", DAY, null, Membership.MembershipStatus.ACTIVE, null, null);
        Member ann = new Member("ann", "Ann", null, Set.of());
        await(shared.journal.commit(batch(
                entry(site, new PeopleChange.MemberUpdate(ann), new PeopleChange.MembershipUpdate(membership)),
                entry(site, new AccessChange.WhereaboutsUpdate(in("ann", "lounge")), new AccessChange.DayUse("m", DAY)),
                entry(site, new PeopleChange.MemberErasure("ann")),
                entry(site, new PeopleChange.MemberUpdate(ann)),
                entry(site, new PeopleChange.MembershipUpdate(membership)))));

        assertThat(loaded()).isEqualTo(AccessState.NONE);
        assertThat(await(TestStore.load(shared.journal, TestStore.definition(site), NOON))
                        .memberships())
                .containsExactly(membership);
    }
}

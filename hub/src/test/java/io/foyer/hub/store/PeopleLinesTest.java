package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.PeopleChange.CredentialUpdate;
import io.foyer.hub.domain.PeopleChange.MemberUpdate;
import io.foyer.hub.domain.PeopleChange.MembershipUpdate;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.site.Archive.PeopleLine;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStore.class)
class PeopleLinesTest {
    private final Shared shared;

    PeopleLinesTest(Shared shared) {
        this.shared = shared;
    }

    @Test
    void everybody_stands_beside_what_they_hold_line_by_line_and_pins_are_left_out() {
        String site = shared.newSite();
        Member ann = new Member("ann", "安", "Acme", Set.of("capacity"));
        Member bo = new Member("bo", "Bo", null, Set.of());
        Credential card = shown(CredentialType.CARD, "04A2B3C4", "ann", true);
        Credential plate = shown(CredentialType.PLATE, "沪A123", "ann", false);
        Credential pin = shown(CredentialType.PIN, "sealed", "bo", false);
        Membership one = held("m1", "ann", null);
        Membership two = held("m2", "ann", LocalDate.of(2026, 12, 31));
        Membership three = held("m3", "ann", null);
        await(shared.journal.commit(batch(entry(
                site,
                new MemberUpdate(bo),
                new MemberUpdate(ann),
                new MembershipUpdate(three),
                new MembershipUpdate(one),
                new MembershipUpdate(two),
                new CredentialUpdate(plate),
                new CredentialUpdate(card),
                new CredentialUpdate(pin)))));

        assertThat(await(shared.database.archive().people(site, Collectors.toList())))
                .containsExactly(
                        new PeopleLine(ann, one, card),
                        new PeopleLine(ann, two, plate),
                        new PeopleLine(ann, three, null),
                        new PeopleLine(bo, null, null));
        assertThat(await(shared.database.archive().people("nowhere", Collectors.counting())))
                .isZero();
    }

    private static Membership held(String id, String member, LocalDate until) {
        return new Membership(
                id,
                member,
                "day",
                LocalDate.of(2026, 1, 1),
                until,
                Membership.MembershipStatus.ACTIVE,
                "lounge",
                "Acme",
                true);
    }

    private static Credential shown(CredentialType type, String value, String member, boolean blocked) {
        return new Credential(new Credential.CredentialKey(type, value), member, blocked, NOON, null);
    }
}

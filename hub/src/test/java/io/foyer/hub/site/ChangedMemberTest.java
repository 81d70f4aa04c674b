package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.PutCredential;
import io.foyer.hub.site.command.PutMember;
import io.foyer.hub.site.command.PutMembership;
import io.foyer.hub.site.command.Reply;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Members who come in by what their team has. */
class ChangedMemberTest {
    @RegisterExtension
    final TestSite site = new TestSite(definition());

    private static SiteDefinition definition() {
        return TinyHouse.definition(new Plan(
                "office", BilingualText.of("Office"), List.of("house"), Schedule.ALWAYS, null, 0, null, 6, null));
    }

    private static Command member(String id, @Nullable String company) {
        return new PutMember(new Member(id, id, company, Set.of()));
    }

    private AccessReason card() {
        return site.on(() -> site.sites.explain(
                        "harbour",
                        new SiteDirectory.AccessQuestion(
                                CredentialType.CARD, "B", "front", Direction.IN, TestSite.NOW)))
                .orElseThrow()
                .reason();
    }

    @BeforeEach
    void bob_is_in_the_team_of_ann() {
        site.durable(member("ann", "acme"));
        site.durable(member("bob", "acme"));
        site.durable(new PutMembership(new Membership(
                "m",
                "ann",
                "office",
                LocalDate.parse("2026-11-01"),
                null,
                Membership.MembershipStatus.ACTIVE,
                null,
                "acme")));
        Credential.CredentialKey key = new Credential.CredentialKey(CredentialType.CARD, "B");
        site.durable(new PutCredential(new Credential(key, "bob", false, null), false));
        assertThat(card()).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void who_leaves_the_team_comes_in_no_more_at_once() {
        Future<Reply> reply = site.change(member("bob", null));
        assertThat(card()).isEqualTo(AccessReason.NO_RIGHT);
        assertThat(reply.isComplete()).isFalse();

        site.let();
        site.change(member("bob", "acme"));
        assertThat(card()).isEqualTo(AccessReason.NO_RIGHT);
        site.let();
        assertThat(card()).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void another_name_takes_nothing_away_and_waits_for_its_commit() {
        Future<Reply> reply = site.change(new PutMember(new Member("bob", "Robert", "acme", Set.of("capacity"))));
        assertThat(card()).isEqualTo(AccessReason.GRANTED);
        site.let();
        assertThat(reply.result()).isEqualTo(new Reply.Success());
        assertThat(card()).isEqualTo(AccessReason.GRANTED);
    }
}

package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.MessageStamp;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.BilingualText;
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
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Memberships of plans that count from the first day, on the 23rd of November 2026. */
class MovedMembershipTest {
    @RegisterExtension
    final TestSite site = new TestSite(definition());

    private static SiteDefinition definition() {
        return TinyHouse.definition(
                new Plan("week", BilingualText.of("Week"), List.of("house"), Schedule.ALWAYS, Period.ofWeeks(1), 0),
                new Plan("once", BilingualText.of("Once"), List.of("house"), Schedule.ALWAYS, null, 0, 1, null, null));
    }

    @BeforeEach
    void ann_is_a_member() {
        site.durable(new PutMember(new Member("ann", "Ann", null, Set.of())));
        site.durable(new PutCredential(TestSite.card(false), true));
    }

    private static Command membership(String plan, String from) {
        return new PutMembership(new Membership(
                "m", "ann", plan, LocalDate.parse(from), null, Membership.MembershipStatus.ACTIVE, null, null));
    }

    private DoorOrder swipes() {
        site.hear("front-in", "swipe", null, null, TestSite.swipe());
        return site.orders.get(site.orders.size() - 1);
    }

    private void everythingIsDurable() {
        while (site.journal.waiting() > 0) {
            site.let();
        }
    }

    @Test
    void a_pass_that_is_renewed_opens_when_that_is_durable() {
        site.durable(membership("week", "2026-11-01"));
        Future<Reply> reply = site.change(membership("week", "2026-11-20"));
        assertThat(swipes()).isInstanceOf(DoorOrder.DenyOrder.class);
        assertThat(reply.isComplete()).isFalse();

        everythingIsDurable();
        assertThat(swipes()).isInstanceOf(DoorOrder.UnlockOrder.class);
    }

    @Test
    void a_pass_that_moves_back_behind_its_end_opens_no_more_at_once() {
        site.durable(membership("week", "2026-11-20"));
        site.change(membership("week", "2026-11-01"));
        assertThat(swipes()).isInstanceOf(DoorOrder.DenyOrder.class);
    }

    @Test
    void visits_that_were_used_up_begin_anew_when_that_is_durable() {
        site.durable(membership("once", "2026-11-01"));
        site.later(-86_400);
        site.on(() -> {
            site.sites
                    .worker("harbour")
                    .hear(
                            site.sites.known("front-in").device(),
                            "swipe",
                            new MessageStamp(null, null, TestSite.NOW.minusSeconds(86_400), false),
                            TestSite.swipe(),
                            "{}",
                            () -> {});
            return Future.succeededFuture();
        });
        site.later(86_400);
        everythingIsDurable();
        assertThat(swipes()).isInstanceOf(DoorOrder.DenyOrder.class);
        everythingIsDurable();

        site.change(membership("once", "2026-11-23"));
        assertThat(swipes()).isInstanceOf(DoorOrder.DenyOrder.class);
        everythingIsDurable();
        assertThat(swipes()).isInstanceOf(DoorOrder.UnlockOrder.class);
    }
}

package io.foyer.hub.site;

import static io.foyer.hub.site.TestSite.NOW;
import static io.foyer.hub.site.TestSite.swipe;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.site.command.EndLockdown;
import io.foyer.hub.site.command.EndRelease;
import io.foyer.hub.site.command.OverrideDoor;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.site.command.ResumeDoor;
import io.foyer.hub.site.command.StartLockdown;
import io.foyer.hub.site.command.StartRelease;
import io.foyer.hub.site.command.UnlockDoor;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people command doors to do, and when the doors hear of the command. */
class DoorCommandsTest {
    @RegisterExtension
    final TestSite site = new TestSite();

    @Test
    void a_door_is_unlocked_once_the_trail_has_it_and_its_devices_hear_who_did_it() {
        Future<Reply> reply = site.change(new UnlockDoor("front", null, "parcel"));
        assertThat(site.orders).isEmpty();
        site.let();
        assertThat(reply.result()).isEqualTo(new Reply.Success());
        assertThat(site.orders)
                .containsExactly(new DoorOrder.UnlockOrder("front-in", null, "admin", "front", 5, NOW.plusSeconds(10)));
        assertThat(site.journal.written)
                .containsExactly(new Change.AuditRecord(NOW, "admin", "unlock", "front", "parcel"));
    }

    @Test
    void a_door_stays_shut_where_the_trail_had_its_unlocking_too_late() {
        site.change(new UnlockDoor("front", null, "parcel"));
        site.later(4);
        site.let();
        assertThat(site.orders)
                .containsExactly(new DoorOrder.UnlockOrder("front-in", null, "admin", "front", 5, NOW.plusSeconds(10)));

        site.change(new UnlockDoor("front", null, "parcel"));
        site.later(10);
        site.let();
        assertThat(site.orders).hasSize(1);
        assertThat(site.journal.written)
                .filteredOn(Change.AuditRecord.class::isInstance)
                .hasSize(2);
    }

    @Test
    void a_lock_and_a_lockdown_rule_the_very_next_swipe_even_while_the_database_is_away() {
        site.annHasACard();
        site.hear("cam", "count", "c-1", NOW, new Message.HeadCount(1));
        site.refuse();

        assertThat(site.change(new OverrideDoor("front", DoorOverride.OverrideMode.LOCKED, null, "leak"))
                        .result())
                .isEqualTo(new Reply.InForceReply());
        assertThat(site.orders)
                .containsExactly(new DoorOrder.LockOrder("front-in", "admin", "front", NOW.plusSeconds(10)));
        site.hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(site.orders)
                .last()
                .isEqualTo(new DoorOrder.DenyOrder("front-in", "s-1", AccessReason.DOOR_DISABLED));
        assertThat(site.change(new ResumeDoor("front", "dry")).result()).isEqualTo(new Reply.Unavailability());
        assertThat(site.change(new UnlockDoor("front", null, "please")).result())
                .isEqualTo(new Reply.Unavailability());
        assertThat(site.change(new OverrideDoor("front", DoorOverride.OverrideMode.HELD_OPEN, null, "fair"))
                        .result())
                .isEqualTo(new Reply.Unavailability());
        assertThat(site.change(new StartLockdown("drill")).result()).isEqualTo(new Reply.InForceReply());
        assertThat(site.change(new EndLockdown("over")).result()).isEqualTo(new Reply.Unavailability());
    }

    @Test
    void viewers_are_told_at_the_start_whether_there_is_a_lockdown_and_then_of_each_change_once() {
        site.change(new StartLockdown("intruder"));
        site.let();
        site.change(new OverrideDoor("front", DoorOverride.OverrideMode.LOCKED, null, "leak"));
        site.let();
        site.change(new EndLockdown("all clear"));
        site.let();
        assertThat(site.frames)
                .extracting(ViewerFeed.FeedFrame::lockdown)
                .filteredOn(Objects::nonNull)
                .containsExactly(false, true, false);
    }

    @Test
    void in_a_fire_every_door_opens_at_once_even_while_the_database_is_away() {
        site.hear("cam", "count", "c-1", NOW, new Message.HeadCount(1));
        site.refuse();

        assertThat(site.change(new StartRelease("fire")).result()).isEqualTo(new Reply.InForceReply());
        assertThat(site.orders)
                .containsExactly(new DoorOrder.HoldOpenOrder("front-in", "admin", "front", NOW.plusSeconds(10)));
        assertThat(site.change(new EndRelease("drill over")).result()).isEqualTo(new Reply.InForceReply());
        assertThat(site.orders)
                .last()
                .isEqualTo(new DoorOrder.ResumeOrder("front-in", "admin", "front", NOW.plusSeconds(10)));
    }

    @Test
    void a_door_that_is_held_open_is_resumed_at_once_and_one_that_is_locked_after_its_commit() {
        site.change(new OverrideDoor("front", DoorOverride.OverrideMode.HELD_OPEN, 60, "fair"));
        assertThat(site.orders).isEmpty();
        site.let();
        assertThat(site.orders)
                .containsExactly(new DoorOrder.HoldOpenOrder("front-in", "admin", "front", NOW.plusSeconds(10)));
        site.change(new ResumeDoor("front", "over"));
        assertThat(site.orders)
                .last()
                .isEqualTo(new DoorOrder.ResumeOrder("front-in", "admin", "front", NOW.plusSeconds(10)));
        site.let();
        site.change(new OverrideDoor("front", DoorOverride.OverrideMode.LOCKED, null, "leak"));
        site.let();
        site.change(new ResumeDoor("front", "dry"));
        assertThat(site.orders).last().isInstanceOf(DoorOrder.LockOrder.class);
        site.let();
        assertThat(site.orders).last().isInstanceOf(DoorOrder.ResumeOrder.class);
        assertThat(site.change(new ResumeDoor("trapdoor", "x")).result()).isInstanceOf(Reply.MissingThing.class);
    }

    @Test
    void what_somebody_orders_once_more_is_told_once_more_since_a_device_may_have_missed_it() {
        for (int i = 0; i < 2; i++) {
            site.change(new OverrideDoor("front", DoorOverride.OverrideMode.LOCKED, null, "leak"));
            site.let();
        }
        assertThat(site.orders)
                .containsExactly(
                        new DoorOrder.LockOrder("front-in", "admin", "front", NOW.plusSeconds(10)),
                        new DoorOrder.LockOrder("front-in", "admin", "front", NOW.plusSeconds(10)));
        for (int i = 0; i < 2; i++) {
            site.change(new ResumeDoor("front", "dry"));
            site.let();
        }
        assertThat(site.orders.subList(2, 4))
                .containsOnly(new DoorOrder.ResumeOrder("front-in", "admin", "front", NOW.plusSeconds(10)));
        site.change(new StartLockdown("drill"));
        site.let();
        assertThat(site.orders).hasSize(5);
        site.change(new OverrideDoor("front", DoorOverride.OverrideMode.HELD_OPEN, null, "fair"));
        site.let();
        assertThat(site.orders).hasSize(6).last().isInstanceOf(DoorOrder.LockOrder.class);
    }

    @Test
    void a_locked_door_that_shall_be_held_open_stays_locked_until_its_resuming_is_in_the_trail() {
        site.change(new OverrideDoor("front", DoorOverride.OverrideMode.LOCKED, null, "leak"));
        site.let();
        site.change(new OverrideDoor("front", DoorOverride.OverrideMode.HELD_OPEN, null, "fair"));
        site.change(new ResumeDoor("front", "over"));
        assertThat(site.orders).last().isInstanceOf(DoorOrder.LockOrder.class);
        site.let();
        assertThat(site.orders).last().isInstanceOf(DoorOrder.LockOrder.class);
        site.let();
        assertThat(site.orders).last().isInstanceOf(DoorOrder.ResumeOrder.class);
    }

    @Test
    void a_lock_that_shall_end_sooner_does_so_when_that_is_in_the_trail() {
        site.annHasACard();
        site.durable(new OverrideDoor("front", DoorOverride.OverrideMode.LOCKED, null, "leak"));
        Future<Reply> sooner = site.change(new OverrideDoor("front", DoorOverride.OverrideMode.LOCKED, 60, "dry soon"));
        assertThat(said(NOW.plusSeconds(61))).isEqualTo(AccessReason.DOOR_DISABLED);
        assertThat(sooner.isComplete()).isFalse();

        site.let();
        assertThat(said(NOW.plusSeconds(59))).isEqualTo(AccessReason.DOOR_DISABLED);
        assertThat(said(NOW.plusSeconds(61))).isEqualTo(AccessReason.GRANTED);
    }

    private AccessReason said(Instant at) {
        return site.on(() -> site.sites.explain(
                        "harbour",
                        new SiteDirectory.AccessQuestion(CredentialType.CARD, "A", "front", Direction.IN, at)))
                .orElseThrow()
                .reason();
    }
}

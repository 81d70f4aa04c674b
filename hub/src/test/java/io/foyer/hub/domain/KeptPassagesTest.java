package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.DoorMode;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.occupancy.BalanceState.BalanceKey;
import io.foyer.hub.domain.occupancy.BalanceState.BalanceSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of people's ways over a restart, and of those that could not be kept at once. */
class KeptPassagesTest {
    private final Hall hall = Hall.withPeople();

    @Test
    void a_restart_brings_everything_back() {
        hall.joins("ten", "three");
        hall.comesIn("ann", "lab-in");
        hall.comesIn("bob", "hall-a-in");
        hall.swipes("ten", "front-in");
        hall.swipes("cai", "hall-b-in");
        hall.swipes("dan", "trap-1-in");
        hall.swipes("dan", "vault-in", "1", null, null);
        hall.comesIn("ann", "quiet-in");

        hall.restarts();

        assertThat(hall.state()).isEqualTo(hall.kept());
        assertThat(hall.swipes("dan", "hall-a-in")).isEqualTo(AccessReason.ZONE_FULL);
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(AccessReason.INTERLOCK);
        assertThat(mode("quiet")).isEqualTo(DoorMode.UNLOCKED);
        hall.opens("hall-b-in");
        assertThat(hall.where("cai")).isEqualTo("hall");
    }

    @Test
    void what_was_answered_while_nothing_could_be_kept_is_kept_later() {
        Message.CardSwipe swipe = new Message.CardSwipe(Hall.card("ann"), CredentialType.CARD, null, null, null);
        hall.site.answer(Hall.HOUSE.devices().get("front-in"), new MessageStamp("s", null, hall.now, false), swipe);

        hall.changes.addAll(hall.site.doors().settle().changes());

        assertThat(hall.kept()).isEqualTo(hall.state());
        assertThat(hall.where("ann")).isEqualTo("house");
        assertThat(hall.site.doors().settle().changes()).isEmpty();
    }

    @Test
    void what_was_answered_then_does_not_undo_what_was_kept_since() {
        Message.CardSwipe swipe = new Message.CardSwipe(Hall.card("ann"), CredentialType.CARD, null, null, null);
        hall.site.answer(Hall.HOUSE.devices().get("front-in"), new MessageStamp("s", null, hall.now, false), swipe);
        hall.later(5);
        hall.comesIn("ann", "lab-in");

        hall.changes.addAll(hall.site.doors().settle().changes());

        assertThat(hall.where("ann")).isEqualTo("lab");
        assertThat(hall.kept()).isEqualTo(hall.state());
    }

    @Test
    void a_badge_counts_a_person_into_a_zone_with_a_line_and_who_passed_while_nothing_could_be_kept_counts_later() {
        hall.swipes("bob", "front-in");
        assertThat(badged("house")).isEqualTo(1);

        Message.CardSwipe swipe = new Message.CardSwipe(Hall.card("ann"), CredentialType.CARD, null, null, null);
        hall.site.answer(Hall.HOUSE.devices().get("front-in"), new MessageStamp("s", null, hall.now, false), swipe);
        assertThat(badged("house")).isEqualTo(1);

        hall.later(5);
        hall.swipes("cai", "front-in");
        assertThat(badged("house")).isEqualTo(3);
    }

    private double badged(String zone) {
        double people = 0;
        for (Change change : hall.changes) {
            if (change instanceof OccupancyChange.BalanceUpdate update
                    && update.state().key().equals(new BalanceKey(zone, BalanceSource.BADGES))) {
                people = update.state().people();
            }
        }
        return people;
    }

    private DoorMode mode(String door) {
        return hall.site.doorkeeper().mode(Hall.HOUSE.doors().get(door), hall.now);
    }

    @Test
    void what_was_answered_then_is_kept_as_it_was_decided_when_it_comes_again_and_opens_nothing() {
        Message.CardSwipe swipe = new Message.CardSwipe(Hall.card("ann"), CredentialType.CARD, null, null, null);
        Device lab = Hall.HOUSE.devices().get("lab-in");
        MessageStamp stamp = new MessageStamp("s", hall.now, hall.now, false);
        assertThat(hall.site.answer(lab, stamp, swipe)).hasSize(1);
        assertThat(hall.site.answer(lab, stamp, swipe)).isEmpty();
        hall.opens("lab-in");

        List<Change> kept = hall.keep(hall.site.hear(lab, "swipe", stamp, swipe, "{}"));

        assertThat(hall.orders).isEmpty();
        assertThat(kept)
                .filteredOn(Change.AccessRecord.class::isInstance)
                .extracting(change -> ((Change.AccessRecord) change).event().reason())
                .containsExactly(AccessReason.GRANTED);
        assertThat(hall.site.hear(lab, "swipe", stamp, swipe, "{}").changes()).isEmpty();
    }

    @Test
    void an_alarm_that_was_raised_then_is_kept_at_once_and_does_not_come_back_when_its_swipe_does() {
        Message.CardSwipe swipe = new Message.CardSwipe(Hall.card("ann"), CredentialType.CARD, null, null, null);
        Device lounge = Hall.HOUSE.devices().get("lounge-in");
        MessageStamp stamp = new MessageStamp("s", null, hall.now, false);
        hall.swipes("ann", "lounge-in");
        hall.site.answer(lounge, stamp, swipe);
        Alarm raised = hall.site.alarms().all().iterator().next();

        assertThat(hall.site.doors().settle().changes()).contains(new Change.AlarmUpdate(raised));
        hall.site.acknowledge(raised.id(), "desk");
        assertThat(hall.site.hear(lounge, "swipe", stamp, swipe, "{}").changes())
                .noneMatch(Change.AlarmUpdate.class::isInstance);
    }

    @Test
    void an_alarm_that_was_raised_then_is_not_kept_over_its_acknowledgement() {
        Message.CardSwipe swipe = new Message.CardSwipe(Hall.card("ann"), CredentialType.CARD, null, null, null);
        hall.swipes("ann", "lounge-in");
        hall.site.answer(Hall.HOUSE.devices().get("lounge-in"), new MessageStamp("s", null, hall.now, false), swipe);
        hall.site.acknowledge(hall.site.alarms().all().iterator().next().id(), "desk");

        assertThat(hall.site.doors().settle().changes()).noneMatch(Change.AlarmUpdate.class::isInstance);
    }

    @Test
    void nothing_is_kept_any_more_of_somebody_who_was_erased_since() {
        hall.joins("ten", "three");
        Message.CardSwipe swipe = new Message.CardSwipe(Hall.card("ten"), CredentialType.CARD, null, null, null);
        hall.site.answer(Hall.HOUSE.devices().get("front-in"), new MessageStamp("s", null, hall.now, false), swipe);

        hall.site.doorkeeper().erase("ten");
        hall.joins("ten", "three");

        assertThat(hall.site.doors().settle().changes()).isEmpty();
    }
}

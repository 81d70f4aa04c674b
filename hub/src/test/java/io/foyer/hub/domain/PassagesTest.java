package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.alarm.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What granted ways lead to, from swipes and contacts as devices tell them. */
class PassagesTest {
    private final Hall hall = Hall.withPeople();

    @Test
    void a_grant_is_an_entry_when_the_door_opens_in_time() {
        assertThat(hall.swipes("ann", "hall-a-in")).isEqualTo(AccessReason.GRANTED);
        assertThat(hall.where("ann")).isEqualTo("outside");

        hall.later(10);
        hall.opens("hall-a-in");
        assertThat(hall.where("ann")).isEqualTo("hall");
    }

    @Test
    void a_grant_that_nobody_uses_counts_nobody_in_and_gives_its_place_back() {
        hall.swipes("ann", "hall-a-in");
        hall.swipes("bob", "hall-b-in");
        assertThat(hall.swipes("cai", "hall-a-in")).isEqualTo(AccessReason.ZONE_FULL);

        hall.later(11);
        assertThat(hall.swipes("cai", "hall-a-in")).isEqualTo(AccessReason.GRANTED);
        hall.ticks();
        hall.opens("hall-b-in");
        assertThat(hall.where("bob")).isEqualTo("outside");
    }

    @Test
    void who_swipes_while_the_door_stands_open_is_in() {
        hall.opens("hall-a-in");

        hall.swipes("ann", "hall-a-in");

        assertThat(hall.where("ann")).isEqualTo("hall");
    }

    @Test
    void without_a_contact_the_grant_is_the_entry() {
        hall.swipes("ann", "front-in");
        assertThat(hall.where("ann")).isEqualTo("house");

        hall.swipes("ann", "front-out");
        assertThat(hall.where("ann")).isEqualTo("outside");
    }

    @Test
    void two_doors_and_a_burst_let_in_as_many_as_there_are_places() {
        List<AccessReason> reasons = List.of(
                hall.swipes("ann", "hall-a-in"),
                hall.swipes("bob", "hall-b-in"),
                hall.swipes("cai", "hall-a-in"),
                hall.swipes("dan", "hall-b-in"),
                hall.swipes("ann", "hall-b-in"));

        assertThat(reasons)
                .containsExactly(
                        AccessReason.GRANTED,
                        AccessReason.GRANTED,
                        AccessReason.ZONE_FULL,
                        AccessReason.ZONE_FULL,
                        AccessReason.GRANTED);
    }

    @Test
    void a_place_is_free_when_somebody_has_left() {
        hall.comesIn("ann", "hall-a-in");
        hall.comesIn("bob", "hall-b-in");
        assertThat(hall.swipes("cai", "hall-a-in")).isEqualTo(AccessReason.ZONE_FULL);

        hall.swipes("ann", "hall-a-out");
        assertThat(hall.swipes("cai", "hall-b-in")).isEqualTo(AccessReason.ZONE_FULL);
        hall.opens("hall-a-out");
        assertThat(hall.swipes("cai", "hall-b-in")).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void who_is_exempt_comes_in_beyond_the_limit_and_counts() {
        hall.joins("eve", "all", "capacity");
        hall.comesIn("ann", "hall-a-in");
        hall.comesIn("bob", "hall-b-in");

        assertThat(hall.swipes("eve", "hall-a-in")).isEqualTo(AccessReason.GRANTED);
        hall.opens("hall-a-in");
        hall.closes("hall-a-in");
        hall.comesIn("ann", "hall-a-out");
        assertThat(hall.swipes("cai", "hall-a-in")).isEqualTo(AccessReason.ZONE_FULL);
    }

    @Test
    void hard_anti_passback_goes_by_entries_and_not_by_grants() {
        hall.swipes("ann", "lab-in");
        hall.later(11);
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(AccessReason.GRANTED);

        hall.opens("lab-in");
        hall.closes("lab-in");
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(AccessReason.ALREADY_INSIDE);
        assertThat(hall.swipes("bob", "lab-out")).isEqualTo(AccessReason.NOT_INSIDE);
        assertThat(hall.swipes("ann", "lab-out")).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void soft_anti_passback_grants_notes_and_alarms() {
        hall.swipes("ann", "lounge-in");
        hall.changes.clear();

        assertThat(hall.swipes("ann", "lounge-in")).isEqualTo(AccessReason.GRANTED);
        assertThat(hall.changes)
                .filteredOn(Change.AuditRecord.class::isInstance)
                .extracting(change -> ((Change.AuditRecord) change).action())
                .containsExactly("passed-back");
        assertThat(hall.changes)
                .filteredOn(Change.AlarmUpdate.class::isInstance)
                .extracting(change -> ((Change.AlarmUpdate) change).alarm())
                .containsExactly(new Alarm(Alarm.AlarmKind.PASSED_BACK, "lounge", hall.now, hall.now, null));
    }

    @Test
    void a_contact_whose_clock_runs_behind_counts_its_entries_once_that_is_known_and_before() {
        Instant behind = hall.now.minusSeconds(40);
        hall.swipes("ann", "hall-a-in");
        hall.hear("hall-a-in", new Message.ContactReport(true), behind);
        assertThat(hall.where("ann")).isEqualTo("hall");

        tellsTheTime("lab-in", Duration.ofSeconds(40));
        hall.swipes("ann", "hall-a-out");
        hall.swipes("ann", "lab-in");
        hall.hear("lab-in", new Message.ContactReport(true), hall.now.minusSeconds(40));
        assertThat(hall.where("ann")).isEqualTo("lab");
    }

    @Test
    void a_door_that_opened_before_the_grant_counts_nobody_in() {
        tellsTheTime("hall-a-in", Duration.ZERO);
        hall.later(60);
        hall.swipes("ann", "hall-a-in");

        hall.hear("hall-a-in", new Message.ContactReport(true), hall.now.minusSeconds(5));

        assertThat(hall.where("ann")).isEqualTo("outside");
    }

    /** Twenty messages make its clock known. */
    private void tellsTheTime(String device, Duration behind) {
        for (int i = 0; i < 20; i++) {
            hall.later(1);
            hall.hear(device, new Message.ContactReport(false), hall.now.minus(behind));
        }
    }
}

package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.Membership;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an entry uses of a membership. */
class UsedDaysTest {
    private final Hall hall = Hall.withPeople();

    @Test
    void all_entries_of_a_day_are_one_visit() {
        hall.joins("ten", "three");
        for (String day : List.of("2026-11-23", "2026-11-24", "2026-11-25")) {
            hall.now = Hall.at(day + "T09:00");
            assertThat(hall.swipes("ten", "front-in")).isEqualTo(AccessReason.GRANTED);
            assertThat(hall.swipes("ten", "gate-in")).isEqualTo(AccessReason.GRANTED);
        }
        hall.now = Hall.at("2026-11-26T00:00");
        assertThat(hall.swipes("ten", "front-out")).isEqualTo(AccessReason.GRANTED);
        assertThat(hall.swipes("ten", "front-in")).isEqualTo(AccessReason.VISITS_USED_UP);
    }

    @Test
    void a_visit_is_used_by_the_entry_and_not_by_the_grant() {
        hall.joins("ten", "three");
        hall.swipes("ten", "lab-in");
        assertThat(hall.state().daysUsed()).isEmpty();

        hall.opens("lab-in");
        assertThat(hall.state().daysUsed()).hasSize(1);
    }

    @Test
    void a_counted_pass_is_spared_where_another_membership_opens_as_well() {
        hall.joins("ten", "three");
        hall.site
                .doorkeeper()
                .put(new Membership(
                        "more",
                        "ten",
                        "all",
                        LocalDate.parse("2026-11-01"),
                        null,
                        Membership.MembershipStatus.ACTIVE,
                        null,
                        null));

        hall.swipes("ten", "front-in");

        assertThat(hall.state().daysUsed()).isEmpty();
    }

    @Test
    void a_pass_that_starts_on_first_use_counts_its_days_from_there() {
        hall.joins("new", "week", true);
        hall.swipes("new", "front-in");

        hall.now = Hall.at("2026-12-01T23:59:59");
        assertThat(hall.swipes("new", "front-in")).isEqualTo(AccessReason.GRANTED);
        hall.later(1);
        assertThat(hall.swipes("new", "front-in")).isEqualTo(AccessReason.MEMBERSHIP_EXPIRED);
    }

    @Test
    void what_a_device_decided_itself_moves_people_if_it_is_the_newest_and_uses_their_visit() {
        hall.joins("ten", "three");
        assertThat(hall.swipes("ten", "lab-in", null, hall.now.minusSeconds(86_400), AccessOutcome.GRANTED))
                .isEqualTo(AccessReason.GRANTED);
        assertThat(hall.where("ten")).isEqualTo("lab");
        assertThat(hall.state().daysUsed().get("of ten")).containsExactly(LocalDate.parse("2026-11-24"));

        hall.swipes("ten", "lab-out", null, hall.now.minusSeconds(90_000), AccessOutcome.GRANTED);
        assertThat(hall.where("ten")).isEqualTo("lab");
        hall.swipes("ten", "lab-out", null, hall.now.minusSeconds(80_000), AccessOutcome.GRANTED);
        assertThat(hall.where("ten")).isEqualTo("house");
        assertThat(hall.orders).isEmpty();
    }

    @Test
    void a_late_swipe_and_a_denied_one_move_nobody() {
        hall.swipes("ann", "front-in", null, hall.now.minusSeconds(600), null);
        hall.swipes("bob", "front-in", null, hall.now.minusSeconds(600), AccessOutcome.DENIED);

        assertThat(hall.state().whereabouts()).isEmpty();
    }
}

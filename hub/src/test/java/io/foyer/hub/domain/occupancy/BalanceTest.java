package io.foyer.hub.domain.occupancy;

import static io.foyer.hub.domain.occupancy.Building.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.Message.CounterSteps;
import io.foyer.hub.domain.Message.CounterTotals;
import io.foyer.hub.domain.Message.HeadCount;
import io.foyer.hub.domain.occupancy.BalanceState.BalanceKey;
import io.foyer.hub.domain.occupancy.BalanceState.BalanceSource;
import io.foyer.hub.domain.occupancy.CountQuality.BorderCover;
import io.foyer.hub.domain.occupancy.ZoneCount.CountState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How the balance of a line keeps true. The site's nightly reset is at four in the morning, eight hours after noon UTC. */
class BalanceTest {
    private static final BalanceState NOTHING = BalanceState.none(new BalanceKey("hall", BalanceSource.LINES));

    private static final double DAY = 24 * 60;

    private final Building building = new Building().zone("house", null).zone("hall", "house");

    @Test
    void one_wrong_total_counts_nobody() {
        building.line("line", "outside", "hall");
        building.hear("line", 0, new CounterTotals(100, 50));
        building.hear("line", 1, new CounterTotals(110, 52));
        building.hear("line", 2, new CounterTotals(3, 1));
        assertThat(building.count("hall")).isEqualTo(8);
        building.hear("line", 3, new CounterTotals(112, 53));
        assertThat(building.count("hall")).isEqualTo(9);
        assertThat(building.history("hall")).containsExactly("0 0", "1 8 +10 -2", "3 9 +2 -1");
    }

    @Test
    void more_people_than_can_pass_are_not_believed() {
        building.line("line", "outside", "hall");
        building.hear("line", 0, new CounterTotals(100, 50));
        building.hear("line", 1, new CounterTotals(9_000, 50));
        building.hear("line", 2, new CounterTotals(101, 50));
        assertThat(building.count("hall")).isEqualTo(1);
    }

    @Test
    void between_two_looks_of_a_camera_people_pass_the_line() {
        building.line("line", "outside", "hall").counter("cam", "hall");
        building.hear("line", 0, new CounterTotals(0, 0));
        building.hear("cam", 1, new HeadCount(10));
        building.hear("line", 2, new CounterTotals(3, 1));
        assertThat(building.count("hall")).isEqualTo(12);
        building.hear("cam", 3, new HeadCount(11));
        assertThat(building.count("hall")).isEqualTo(11);
    }

    @Test
    void one_camera_of_a_fresh_house_makes_every_zone_above_at_least_so_many() {
        building.zone("room", "hall").counter("cam", "room").line("line", "outside", "hall");
        building.hear("cam", 1, new HeadCount(12));
        assertThat(building.at("hall").state()).isEqualTo(CountState.PARTIAL);
        assertThat(building.count("hall")).isEqualTo(12);
        assertThat(building.at("house").state()).isEqualTo(CountState.PARTIAL);
        assertThat(building.count("house")).isEqualTo(12);
        assertThat(building.at("house").high()).isNull();
    }

    @Test
    void a_night_empties_the_house_and_teaches_how_many_leave_for_each_exit() {
        building.occupancy.connected("line");
        building.line("line", "outside", "hall");
        for (int day = 0; day < 5; day++) {
            building.hear("line", day * DAY - 120, new CounterSteps(100, 0));
            building.hear("line", day * DAY + 300, new CounterSteps(0, 90));
        }
        assertThat(building.count("hall")).as("on the first day 10 were left").isEqualTo(8);
        building.tick(4 * DAY + 8 * 60 + 1);
        assertThat(building.count("hall")).isZero();
        LearnedErrors learned = building.lines("hall").learned();
        assertThat(learned.leavers() / learned.exits()).isCloseTo(100 / 90.0, within(0.01));
    }

    @Test
    void nobody_stays_for_ever_where_no_night_is_empty() {
        BorderBalance balance = new BorderBalance(NOTHING);
        Instant morning = minute(0);
        balance.pass(3, 0, morning);
        balance.pass(2, 0, morning.plus(Duration.ofHours(5)));
        assertThat(balance.timeOut(morning.plus(Duration.ofHours(16)))).isFalse();
        assertThat(balance.timeOut(morning.plus(Duration.ofHours(18)))).isTrue();
        assertThat(balance.people()).isEqualTo(2);
    }

    @Test
    void a_person_who_has_counted_is_believed_and_the_line_goes_on_from_there() {
        building.line("line", "outside", "hall");
        building.hear("line", 0, new CounterTotals(0, 0));
        building.keep(effects -> building.occupancy.set("hall", 7, minute(1), effects));
        assertThat(building.count("house")).isEqualTo(7);
        building.hear("line", 2, new CounterTotals(1, 0));
        assertThat(building.count("house")).isEqualTo(8);
        assertThat(building.occupancy.quality().border("house")).isEqualTo(BorderCover.COUNTED);
        assertThat(building.occupancy.quality().border("room")).isEqualTo(BorderCover.NONE);
    }

    @Test
    void the_order_within_a_second_makes_no_difference() {
        BorderBalance one = new BorderBalance(NOTHING);
        BorderBalance other = new BorderBalance(NOTHING);
        one.pass(2, 0, minute(0));
        one.pass(0, 2, minute(0));
        other.pass(0, 2, minute(0));
        other.pass(2, 0, minute(0));
        one.pass(1, 0, minute(1));
        other.pass(1, 0, minute(1));
        assertThat(other.people()).isEqualTo(one.people()).isEqualTo(1);
    }
}

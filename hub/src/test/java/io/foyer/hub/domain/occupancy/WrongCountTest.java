package io.foyer.hub.domain.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Message.CounterSteps;
import io.foyer.hub.domain.Message.CounterTotals;
import io.foyer.hub.domain.Message.HeadCount;
import io.foyer.hub.domain.Message.SeatPresence;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Counts that cannot be right. */
class WrongCountTest {
    private final Building building = new Building()
            .zone("house", null, "house")
            .zone("hall", "house", "hot-desks")
            .zone("lounge", "house", "lounge");

    private String evidence(String fault) {
        return Objects.requireNonNull(building.faults.get(fault), fault)
                .evidence()
                .en();
    }

    @Test
    void counts_that_cannot_be_are_not_believed_and_somebody_is_told_for_an_hour() {
        building.counter("cam", "lounge").line("steps", "outside", "house").line("totals", "house", "hall");
        building.occupancy.connected("cam");
        building.hear("cam", 0, new HeadCount(2));
        building.hear("steps", 0, new CounterSteps(1, 0));
        building.hear("totals", 0, new CounterTotals(0, 0));
        building.hear("cam", 0.5, new HeadCount(900));
        building.hear("steps", 0.5, new CounterSteps(900, 0));
        building.hear("totals", 0.5, new CounterTotals(900, 0));
        assertThat(building.faults).containsOnlyKeys("cam IMPOSSIBLE", "steps IMPOSSIBLE", "totals IMPOSSIBLE");
        assertThat(evidence("steps IMPOSSIBLE")).contains("it told of 900 people within 30 s");
        assertThat(building.count("lounge")).isEqualTo(2);
        assertThat(building.count("house")).isEqualTo(2);
        building.hear("cam", 1, new HeadCount(3));
        building.hear("steps", 1, new CounterSteps(1, 0));
        building.tick(60);
        assertThat(building.faults).hasSize(3);
        building.tick(61);
        assertThat(building.faults).isEmpty();
        assertThat(building.count("lounge")).isEqualTo(3);
    }

    @Test
    void a_camera_that_says_a_great_jump_twice_is_right() {
        building.counter("cam", "lounge");
        building.hear("cam", 0, new HeadCount(2));
        building.hear("cam", 0.5, new HeadCount(300));
        assertThat(building.count("lounge")).isEqualTo(2);
        building.hear("cam", 1, new HeadCount(301));
        assertThat(building.count("lounge")).isEqualTo(301);
    }

    @Test
    void a_camera_that_sees_fewer_people_than_sit_before_it_does_not_count_until_it_sees_them() {
        building.counter("cam", "hall");
        for (int i = 0; i < 4; i++) {
            building.desk("desk-" + i, "hall");
        }
        for (int i = 0; i < 4; i++) {
            building.hear("desk-" + i, 1, new SeatPresence(true));
        }
        for (int minute = 2; minute <= 50; minute += 12) {
            building.hear("cam", minute, new HeadCount(1));
        }
        assertThat(building.faults).isEmpty();
        building.hear("cam", 62, new HeadCount(1));
        assertThat(evidence("cam DISAGREEING")).contains("the last time 1 people, while 4 seats were taken");
        assertThat(building.count("hall")).isEqualTo(4);
        building.hear("cam", 65, new HeadCount(5));
        assertThat(building.faults).isEmpty();
        assertThat(building.count("hall")).isEqualTo(5);
    }
}

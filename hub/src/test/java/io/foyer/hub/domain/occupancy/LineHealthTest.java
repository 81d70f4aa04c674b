package io.foyer.hub.domain.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Message.CounterSteps;
import io.foyer.hub.domain.Message.HeadCount;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lines against sure counts. Minutes are after noon UTC, 20:00 in the house; its nights end at 04:00. */
class LineHealthTest {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final Building building = new Building()
            .zone("house", null, "house")
            .zone("lounge", "house", "lounge")
            .line("line", "house", "lounge");

    private int minute;

    LineHealthTest() {
        building.occupancy.connected("line");
    }

    /** A day from noon to noon: so many people pass the line, the first ones in the morning. */
    private void day(int in, int out) {
        building.pass(minute, minute + 14 * HOUR);
        building.hear("line", minute + 14 * HOUR, new CounterSteps(in, 0));
        building.pass(minute + 14 * HOUR, minute + 20 * HOUR);
        building.hear("line", minute + 20 * HOUR, new CounterSteps(0, out));
        building.pass(minute + 20 * HOUR, minute + DAY);
        minute += DAY;
    }

    @Test
    void a_line_that_never_counts_whoever_leaves_is_off_after_three_nights_and_counts_when_it_does() {
        day(20, 20);
        for (int i = 0; i < 3; i++) {
            assertThat(building.faults).isEmpty();
            day(20, 0);
        }
        building.hear("line", minute + 13 * HOUR, new CounterSteps(0, 0));
        assertThat(Objects.requireNonNull(building.faults.get("line DISAGREEING"))
                        .evidence()
                        .en())
                .isEqualTo(
                        "line: it contradicted the sure counts 3 times in a row; the last time it counted 20 in and 0"
                                + " out, while lounge went from 0 people to 0. It does not count until it agrees again. Look at"
                                + " its direction, at what covers it, and for another way in or out.");
        assertThat(building.at("lounge").state()).isEqualTo(ZoneCount.CountState.UNKNOWN);
        day(20, 20);
        building.hear("line", minute + 13 * HOUR, new CounterSteps(0, 0));
        assertThat(building.faults).isEmpty();
        assertThat(building.count("lounge")).isZero();
    }

    @Test
    void a_line_that_misses_one_in_ten_is_only_a_poor_line() {
        for (int i = 0; i < 10; i++) {
            day(100, 90);
        }
        assertThat(building.faults).isEmpty();
    }

    @Test
    void a_line_that_counts_nobody_while_the_camera_behind_it_sees_people_come_and_go_is_off() {
        building.counter("cam", "lounge");
        building.occupancy.connected("cam");
        int[] seen = {0, 12, 2, 14, 1};
        for (int i = 0; i < seen.length; i++) {
            building.hear("line", i * 5 * HOUR, new CounterSteps(0, 0));
            building.hear("cam", i * 5 * HOUR + 1, new HeadCount(seen[i]));
            assertThat(building.faults.keySet()).isEqualTo(i < 3 ? Set.of() : Set.of("line DISAGREEING"));
        }
        assertThat(building.count("lounge")).isEqualTo(1);
    }

    @Test
    void of_two_lines_the_one_that_counts_in_one_direction_is_off() {
        building.line("front", "outside", "house").line("back", "outside", "house");
        building.occupancy.connected("front");
        building.occupancy.connected("back");
        for (int i = 0; i < 4; i++) {
            building.pass(minute, minute + 14 * HOUR);
            building.hear("front", minute + 14 * HOUR, new CounterSteps(30, 0));
            building.hear("back", minute + 14 * HOUR, new CounterSteps(12, 4));
            building.hear("back", minute + 20 * HOUR, new CounterSteps(2, 10));
            minute += DAY;
        }
        building.pass(minute, minute + 10 * HOUR);
        assertThat(building.faults).containsOnlyKeys("front DISAGREEING");
    }

    @Test
    void a_stretch_in_which_a_line_was_not_heard_says_nothing() {
        for (int i = 0; i < 6; i++) {
            day(20, 0);
            building.keep(effects -> building.occupancy.gone("line", true, Building.minute(minute), effects));
            building.occupancy.connected("line");
        }
        assertThat(building.faults).doesNotContainKey("line DISAGREEING");
    }
}

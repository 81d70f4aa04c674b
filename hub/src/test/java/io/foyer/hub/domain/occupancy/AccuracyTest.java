package io.foyer.hub.domain.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Message.CounterSteps;
import io.foyer.hub.domain.Message.HeadCount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far counts are from the truth. Minutes are after noon UTC, 20:00 in the house; its nights end at 04:00. */
class AccuracyTest {
    private static final int HOUR = 60;

    private final Building building = new Building()
            .zone("house", null, "house")
            .zone("lounge", "house", "lounge")
            .line("line", "house", "lounge");

    AccuracyTest() {
        building.occupancy.connected("line");
    }

    private AccuracyState lounge() {
        return building.occupancy.quality().accuracies().get(1);
    }

    @Test
    void a_look_is_held_against_what_the_lines_had_made_of_the_last_one() {
        building.counter("cam", "lounge");
        building.occupancy.connected("line");
        building.occupancy.connected("cam");
        building.hear("line", 0, new CounterSteps(0, 0));
        building.hear("cam", 0, new HeadCount(4));
        assertThat(lounge().withinOne()).isNull();
        building.hear("line", 10, new CounterSteps(3, 0));
        building.hear("cam", 30, new HeadCount(7));
        assertThat(lounge().withinOne()).isEqualTo(1);
        building.hear("cam", 60, new HeadCount(12));
        assertThat(lounge().hours()).isBetween(0.99, 1.0);
        assertThat(lounge().withinOne()).isBetween(0.49, 0.51);
        assertThat(lounge().withinTenPercent()).isBetween(0.49, 0.51);
        assertThat(building.occupancy.quality().accuracies().get(0).withinOne())
                .as("nothing tells of the house")
                .isNull();
    }

    @Test
    void the_shares_go_with_the_next_change_and_make_none() {
        building.counter("cam", "lounge");
        building.occupancy.connected("line");
        building.occupancy.connected("cam");
        building.hear("line", 0, new CounterSteps(0, 0));
        building.hear("cam", 0, new HeadCount(4));
        assertThat(building.at("lounge").accuracy()).isNull();
        building.hear("cam", 30, new HeadCount(5));
        assertThat(building.at("lounge").accuracy()).as("told by the very look").isNull();
        building.hear("cam", 90, new HeadCount(9));
        assertThat(building.at("lounge").accuracy()).isEqualTo(new CountAccuracy(1, 0));
        assertThat(building.tick(91).zones()).isEmpty();
        building.hear("line", 92, new CounterSteps(1, 0));
        assertThat(building.at("lounge").accuracy()).isEqualTo(new CountAccuracy(0.33, 0));
        assertThat(building.at("house").accuracy()).isNull();
    }

    @Test
    void at_night_the_lines_have_erred_more_and_more_since_the_night_before() {
        building.hear("line", 14 * HOUR, new CounterSteps(20, 0));
        building.hear("line", 20 * HOUR, new CounterSteps(0, 20));
        building.hear("line", (24 + 14) * HOUR, new CounterSteps(20, 0));
        building.hear("line", (24 + 20) * HOUR, new CounterSteps(0, 16));
        assertThat(lounge().withinOne()).isNull();
        building.pass((24 + 20) * HOUR, 48 * HOUR + 10 * HOUR);
        building.hear("line", (48 + 14) * HOUR, new CounterSteps(0, 0));
        assertThat(lounge().hours()).isBetween(23.0, 24.0);
        assertThat(lounge().withinOne()).as("four too many in the end").isBetween(0.2, 0.3);
        assertThat(lounge().withinTenPercent()).isBetween(0.05, 0.4);
    }

    @Test
    void what_is_played_as_history_tells_nothing_and_a_reload_forgets_nothing() {
        building.counter("cam", "lounge");
        for (int i = 0; i < 10; i++) {
            building.late("cam", -9_000 + i * 10, i, new HeadCount(i));
        }
        assertThat(lounge().withinOne()).isNull();
        building.occupancy.quality().recall(List.of(new AccuracyState("lounge", 10, 9, 8, Building.minute(0))));
        building.reload(1);
        assertThat(lounge().withinOne()).isEqualTo(0.9);
        assertThat(lounge().withinTenPercent()).isEqualTo(0.8);
    }
}

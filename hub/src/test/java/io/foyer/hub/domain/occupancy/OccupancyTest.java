package io.foyer.hub.domain.occupancy;

import static io.foyer.hub.domain.occupancy.Building.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.Message.ContactReport;
import io.foyer.hub.domain.Message.CounterSteps;
import io.foyer.hub.domain.Message.CounterTotals;
import io.foyer.hub.domain.Message.HeadCount;
import io.foyer.hub.domain.Message.SeatPresence;
import io.foyer.hub.domain.occupancy.Building.CountView;
import io.foyer.hub.domain.occupancy.ZoneCount.CountState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OccupancyTest {
    /** A house with two floors; nothing measures the store. */
    private final Building building = new Building()
            .zone("house", null)
            .zone("f1", "house")
            .zone("lounge", "f1")
            .zone("store", "f1")
            .zone("f2", "house");

    @Test
    void a_zone_that_was_never_heard_of_is_unknown() {
        building.counter("cam", "lounge");
        assertThat(building.occupancy.all()).hasSize(5).allMatch(zone -> zone.equals(ZoneCount.unheard(zone.zone())));
    }

    @Test
    void a_people_counter_measures_its_zone_and_several_add_up() {
        building.counter("cam-a", "lounge").counter("cam-b", "lounge");
        building.hear("cam-a", 1, new HeadCount(3));
        assertThat(building.view("lounge")).isEqualTo(new CountView("lounge", 3, CountState.PARTIAL, 0.45, minute(1)));
        building.hear("cam-b", 2, new HeadCount(4));
        assertThat(building.view("lounge")).isEqualTo(new CountView("lounge", 7, CountState.OK, 0.9, minute(2)));
        assertThat(building.history("lounge")).containsExactly("1 3", "2 7");
    }

    @Test
    void running_totals_begin_with_a_baseline_and_move_people_after_it() {
        building.line("line", "f1", "lounge");
        building.hear("line", 1, new CounterTotals(120, 96));
        assertThat(building.view("lounge")).isEqualTo(new CountView("lounge", 0, CountState.OK, 0.6, minute(1)));
        building.hear("line", 2, new CounterTotals(125, 97));
        assertThat(building.count("lounge")).isEqualTo(4);
        assertThat(building.history("lounge")).containsExactly("1 0", "2 4 +5 -1");
        assertThat(building.lines("lounge").people()).isEqualTo(4);
    }

    @Test
    void totals_that_begin_again_lose_nobody_who_passed_since() {
        building.line("line", "f1", "lounge");
        building.hear("line", 1, new CounterTotals(120, 96));
        building.hear("line", 2, new CounterTotals(125, 97));
        building.hear("line", 3, new CounterTotals(2, 1));
        assertThat(building.count("lounge")).isEqualTo(4);
        building.hear("line", 4, new CounterTotals(3, 1));
        assertThat(building.count("lounge")).isEqualTo(6);
        assertThat(building.history("lounge")).containsExactly("1 0", "2 4 +5 -1", "4 6 +3 -1");
    }

    @Test
    void a_flow_never_goes_below_nobody() {
        building.line("line", "f1", "lounge");
        building.hear("line", 1, new CounterSteps(1, 3));
        building.hear("line", 2, new CounterSteps(2, 0));
        assertThat(building.count("lounge")).isEqualTo(2);
        assertThat(building.history("lounge")).containsExactly("1 0 +1 -3", "2 2 +2");
    }

    @Test
    void a_line_counts_for_every_zone_that_holds_one_of_its_ends() {
        building.line("front", "outside", "f1").line("stairs", "f1", "f2");
        building.hear("front", 1, new CounterSteps(10, 0));
        building.hear("stairs", 2, new CounterSteps(4, 1));
        assertThat(building.count("f1")).isEqualTo(7);
        assertThat(building.count("f2")).isEqualTo(3);
        assertThat(building.count("house"))
                .as("the stairs are inside the house")
                .isEqualTo(10);
        assertThat(building.history("house")).containsExactly("1 10 +10");
        assertThat(building.history("f1")).containsExactly("1 10 +10", "2 7 +1 -4");
    }

    @Test
    void desks_in_use_add_up() {
        building.desk("desk-1", "lounge").desk("desk-2", "lounge");
        building.hear("desk-1", 1, new SeatPresence(true));
        building.hear("desk-2", 2, new SeatPresence(true));
        building.hear("desk-1", 3, new SeatPresence(false));
        assertThat(building.view("lounge")).isEqualTo(new CountView("lounge", 1, CountState.OK, 0.8, minute(3)));
        assertThat(building.at("lounge").taken()).isEqualTo(Map.of("desk-1", false, "desk-2", true));
    }

    @Test
    void counters_go_before_lines_and_lines_before_desks() {
        building.desk("desk", "lounge");
        building.hear("desk", 1, new SeatPresence(true));
        assertThat(building.count("lounge")).isEqualTo(1);
        building.line("line", "f1", "lounge");
        building.hear("line", 2, new CounterSteps(5, 0));
        assertThat(building.count("lounge")).isEqualTo(5);
        building.counter("cam", "lounge");
        building.hear("cam", 3, new HeadCount(6));
        assertThat(building.count("lounge")).isEqualTo(6);
        building.without("cam").reload(4);
        assertThat(building.count("lounge"))
                .as("the line goes on from the camera's count")
                .isEqualTo(6);
    }

    @Test
    void a_zone_is_the_sum_of_what_is_measured_in_it() {
        building.counter("cam-1", "lounge").desk("desk", "f1").counter("cam-2", "f2");
        building.hear("cam-1", 1, new HeadCount(5));
        building.hear("desk", 2, new SeatPresence(true));
        assertThat(building.at("f1").count()).isEqualTo(6);
        assertThat(building.at("f1").state()).as("nothing measures the store").isEqualTo(CountState.OK);
        assertThat(building.at("house").state()).isEqualTo(CountState.PARTIAL);
        building.hear("cam-2", 3, new HeadCount(2));
        assertThat(building.at("house").state()).isEqualTo(CountState.OK);
        assertThat(building.at("house").count()).isEqualTo(8);
        assertThat(building.at("house").confidence()).isCloseTo((0.85 + 0.9) / 2, within(1e-9));
        assertThat(building.at("store").state()).isEqualTo(CountState.UNKNOWN);
    }

    @Test
    void only_what_changed_is_told() {
        building.counter("cam-1", "lounge").counter("cam-2", "f2");
        assertThat(building.hear("cam-1", 1, new HeadCount(5)).zones())
                .extracting(ZoneCount::zone)
                .containsExactly("lounge", "f1", "house");
        assertThat(building.hear("cam-1", 2, new HeadCount(5)).changes())
                .as("the source alone, no point")
                .hasSize(1);
    }

    @Test
    void a_message_that_is_no_count_changes_nothing() {
        building.counter("cam", "lounge").line("line", "f1", "f2");
        assertThat(building.hear("cam", 1, new CounterSteps(1, 0)).changes()).isEmpty();
        assertThat(building.hear("cam", 1, new ContactReport(true)).changes()).isEmpty();
        assertThat(building.hear("line", 1, new HeadCount(1)).changes()).isEmpty();
        assertThat(building.hear("nobody", 1, new HeadCount(1)).changes()).isEmpty();
    }

    @Test
    void what_is_not_newer_does_not_move_the_present_but_enters_the_past() {
        building.counter("cam", "lounge");
        building.hear("cam", 10, new HeadCount(5));
        building.hear("cam", 20, new HeadCount(5));
        building.late("cam", 15, 21, new HeadCount(7));
        assertThat(building.view("lounge")).isEqualTo(new CountView("lounge", 5, CountState.OK, 0.9, minute(20)));
        assertThat(building.history("lounge")).containsExactly("10 5", "15 7", "20 5");
        assertThat(building.history("house")).containsExactly("10 5", "15 7", "20 5");
    }

    @Test
    void of_two_of_one_instant_the_later_told_is_the_newer() {
        building.counter("cam", "lounge");
        building.hear("cam", 20, new HeadCount(5));
        building.hear("cam", 20, new HeadCount(9));
        assertThat(building.count("lounge")).isEqualTo(9);
    }

    @Test
    void late_steps_change_their_own_time_and_all_that_came_after() {
        building.line("line", "f1", "lounge");
        building.hear("line", 10, new CounterSteps(5, 0));
        building.late("line", 5, 11, new CounterSteps(2, 1));
        assertThat(building.count("lounge")).isEqualTo(6);
        building.hear("line", 20, new CounterSteps(1, 0));
        building.late("line", 15, 21, new CounterSteps(3, 0));
        building.late("line", 20, 21, new CounterSteps(0, 2));
        assertThat(building.history("lounge")).containsExactly("5 null +2 -1", "10 6 +5", "15 9 +3", "20 8 +1 -2");
    }

    @Test
    void who_passed_before_the_newest_point_of_another_line_is_entered_when_they_did() {
        building.line("front", "f1", "lounge").line("back", "f1", "lounge");
        building.hear("back", 1, new CounterTotals(100, 0));
        building.hear("front", 20, new CounterSteps(4, 0));
        building.late("back", 10, 21, new CounterTotals(103, 0));
        assertThat(building.count("lounge")).isEqualTo(7);
        assertThat(building.history("lounge")).containsExactly("1 0", "10 3 +3", "20 7 +4");
    }

    @Test
    void a_summed_zone_never_goes_back_in_time() {
        building.counter("cam-1", "lounge").counter("cam-2", "f2");
        building.hear("cam-1", 10, new HeadCount(5));
        building.late("cam-2", 8, 11, new HeadCount(2));
        assertThat(building.history("house")).containsExactly("10 7");
        assertThat(building.history("f2")).containsExactly("8 2");
    }

    @Test
    void the_restored_building_goes_on() {
        building.counter("cam", "lounge").line("line", "f1", "f2").desk("desk", "f1");
        building.hear("cam", 1, new HeadCount(5));
        building.hear("line", 1, new CounterTotals(10, 0));
        building.hear("line", 2, new CounterTotals(14, 0));
        building.hear("desk", 3, new SeatPresence(true));
        var before = building.occupancy.all();
        building.restart(4);
        assertThat(building.occupancy.all()).isEqualTo(before);
        building.hear("line", 5, new CounterTotals(15, 0));
        assertThat(building.count("f2")).isEqualTo(5);
    }
}

package io.foyer.hub.domain.occupancy;

import static io.foyer.hub.domain.occupancy.Building.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Message.CounterTotals;
import io.foyer.hub.domain.Message.HeadCount;
import io.foyer.hub.domain.Message.SeatPresence;
import io.foyer.hub.domain.occupancy.Building.CountView;
import io.foyer.hub.domain.occupancy.ZoneCount.CountState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a count is no longer known, and since when. */
class UnknownTest {
    private final Building building = new Building()
            .zone("house", null)
            .zone("room", "house")
            .zone("hall", "house")
            .counter("cam", "room");

    @Test
    void without_a_connection_a_count_stands_for_an_hour() {
        building.hear("cam", 0, new HeadCount(5));
        building.tick(59.9);
        assertThat(building.count("room")).isEqualTo(5);
        assertThat(building.tick(61).zones()).extracting(ZoneCount::zone).containsExactly("room", "house");
        assertThat(building.view("room")).isEqualTo(unknownSince(60));
        assertThat(building.history("room")).containsExactly("0 5", "60 null");
    }

    @Test
    void a_connected_sensor_that_is_silent_has_nothing_new_to_say() {
        building.occupancy.connected("cam");
        building.hear("cam", 0, new HeadCount(5));
        building.tick(300);
        assertThat(building.count("room")).isEqualTo(5);
        building.keep(effects -> building.occupancy.gone("cam", false, minute(301), effects));
        building.tick(302);
        assertThat(building.count("room")).as("a clean goodbye").isEqualTo(5);
        building.tick(362);
        assertThat(building.view("room")).isEqualTo(unknownSince(361));
    }

    @Test
    void a_lost_sensor_is_unknown_at_once_and_well_again_when_it_speaks() {
        building.occupancy.connected("cam");
        building.hear("cam", 0, new HeadCount(5));
        building.keep(effects -> building.occupancy.gone("cam", true, minute(10), effects));
        assertThat(building.view("room")).isEqualTo(unknownSince(10));
        building.occupancy.connected("cam");
        assertThat(building.count("room")).as("a connection alone says nothing").isNull();
        building.hear("cam", 12, new HeadCount(5));
        assertThat(building.count("room")).isEqualTo(5);
        assertThat(building.history("room")).containsExactly("0 5", "10 null", "12 5");
    }

    @Test
    void a_last_will_makes_it_unknown_and_a_sign_of_life_heals_it() {
        building.hear("cam", 0, new HeadCount(5));
        building.keep(effects -> building.occupancy.status("cam", false, minute(10), effects));
        assertThat(building.view("room")).isEqualTo(unknownSince(10));
        building.keep(effects -> building.occupancy.status("cam", true, minute(20), effects));
        assertThat(building.count("room")).isEqualTo(5);
        building.keep(effects -> building.occupancy.status("cam", false, minute(30), effects));
        building.keep(effects -> building.occupancy.status("cam", true, minute(100), effects));
        assertThat(building.count("room")).as("what it said is too old by now").isNull();
        assertThat(building.history("room")).containsExactly("0 5", "10 null", "20 5", "30 null");
    }

    @Test
    void a_device_that_comes_again_before_it_was_missed_is_one_connection() {
        building.occupancy.connected("cam");
        building.hear("cam", 0, new HeadCount(5));
        building.occupancy.connected("cam");
        building.keep(effects -> building.occupancy.gone("cam", true, minute(2), effects));
        assertThat(building.count("room")).isNull();
    }

    @Test
    void a_gateway_takes_the_sensors_that_it_brings_with_it() {
        building.desk("desk", "hall").gateway("gw", "desk");
        building.occupancy.connected("gw");
        building.hear("desk", 0, new SeatPresence(true));
        building.tick(200);
        assertThat(building.count("hall")).isEqualTo(1);
        building.keep(effects -> building.occupancy.gone("gw", true, minute(201), effects));
        assertThat(building.at("hall").state()).isEqualTo(CountState.UNKNOWN);
        assertThat(building.at("hall").asOf()).isEqualTo(minute(201));
    }

    @Test
    void a_part_that_is_lost_leaves_the_rest() {
        building.counter("cam-2", "hall");
        building.hear("cam", 0, new HeadCount(5));
        building.hear("cam-2", 1, new HeadCount(2));
        building.keep(effects -> building.occupancy.status("cam", false, minute(10), effects));
        assertThat(building.view("house")).isEqualTo(new CountView("house", 2, CountState.PARTIAL, 0.45, minute(1)));
        building.keep(effects -> building.occupancy.status("cam-2", false, minute(11), effects));
        assertThat(building.view("house")).isEqualTo(new CountView("house", null, CountState.UNKNOWN, 0, minute(11)));
    }

    @Test
    void a_line_that_is_lost_makes_its_flow_unknown_until_its_totals_come_again() {
        building.line("line", "outside", "hall");
        building.hear("line", 0, new CounterTotals(10, 0));
        building.hear("line", 1, new CounterTotals(13, 0));
        building.keep(effects -> building.occupancy.status("line", false, minute(5), effects));
        assertThat(building.count("hall")).isNull();
        building.hear("line", 30, new CounterTotals(15, 0));
        assertThat(building.count("hall")).isEqualTo(5);
        assertThat(building.history("hall")).containsExactly("0 0", "1 3 +3", "5 null", "30 5 +2");
    }

    @Test
    void history_never_passes_for_the_present_but_has_its_points() {
        building.late("cam", -500, 0, new HeadCount(5));
        building.late("cam", -495, 0.1, new HeadCount(6));
        assertThat(building.view("room")).isEqualTo(unknownSince(-435));
        assertThat(building.history("room")).containsExactly("-500 5", "-495 6");
        assertThat(building.history("house")).containsExactly("-500 5", "-495 6");
    }

    @Test
    void an_hour_without_an_observation_is_unknown_in_history() {
        building.late("cam", -500, 0, new HeadCount(5));
        building.late("cam", -440, 0, new HeadCount(5));
        building.late("cam", -300, 0, new HeadCount(5));
        assertThat(building.history("room")).containsExactly("-500 5", "-380 null", "-300 5");
    }

    @Test
    void a_history_that_does_not_go_on_is_unknown_from_an_hour_later() {
        building.occupancy.connected("cam");
        building.late("cam", -500, 0, new HeadCount(5));
        building.tick(14);
        assertThat(building.history("room")).containsExactly("-500 5");
        building.tick(15);
        assertThat(building.history("room")).containsExactly("-500 5", "-440 null");
    }

    @Test
    void a_history_goes_on_over_the_next_connection() {
        building.line("line", "outside", "hall");
        for (int part = 0; part < 4; part++) {
            building.occupancy.connected("line");
            building.late("line", 15 * part - 500, 5 * part, new CounterTotals(100 + 2L * part, 0));
            boolean failed = part % 2 == 0;
            Instant end = minute(5 * part + 1);
            building.keep(effects -> building.occupancy.gone("line", failed, end, effects));
            building.tick(5 * part + 2);
        }
        building.tick(31);
        assertThat(building.history("hall"))
                .containsExactly("-500 0", "-485 2 +2", "-470 4 +2", "-455 6 +2", "-395 null");
        building.late("line", -440, 40, new CounterTotals(110, 0));
        assertThat(building.history("hall"))
                .as("when it seemed to have ended, people are still entered when they came")
                .containsExactly("-500 0", "-485 2 +2", "-470 4 +2", "-455 6 +2", "-440 6 +4", "-395 10");
    }

    @Test
    void a_restart_amid_history_goes_on_with_it() {
        building.late("cam", -500, 0, new HeadCount(5));
        building.restart(1);
        building.tick(1);
        assertThat(building.view("room")).isEqualTo(unknownSince(-440));
        building.late("cam", -495, 2, new HeadCount(6));
        assertThat(building.history("room")).containsExactly("-500 5", "-495 6");
    }

    @Test
    void a_restart_after_an_hour_finds_it_unknown_and_tells_so_once() {
        building.hear("cam", 0, new HeadCount(5));
        building.restart(90);
        assertThat(building.view("room")).isEqualTo(unknownSince(60));
        building.tick(90);
        assertThat(building.history("room")).containsExactly("0 5", "60 null");
        assertThat(building.tick(91).changes()).isEmpty();
    }

    @Test
    void a_short_restart_does_not_forget_a_sensor_that_was_silent_for_hours() {
        building.occupancy.connected("cam");
        building.hear("cam", 0, new HeadCount(5));
        for (int minute = 1; minute < 300; minute++) {
            building.tick(minute);
        }
        building.restart(301);
        building.occupancy.connected("cam");
        building.tick(400);
        assertThat(building.count("room")).isEqualTo(5);
        assertThat(building.history("room")).containsExactly("0 5");
    }

    @Test
    void a_failed_sensor_is_still_failed_after_a_restart() {
        building.hear("cam", 0, new HeadCount(5));
        building.keep(effects -> building.occupancy.status("cam", false, minute(10), effects));
        building.restart(11);
        assertThat(building.view("room")).isEqualTo(unknownSince(10));
        building.keep(effects -> building.occupancy.status("cam", true, minute(12), effects));
        assertThat(building.count("room")).isEqualTo(5);
    }

    @Test
    void a_sensor_that_comes_by_another_gateway_must_be_heard_there_first() {
        building.desk("desk", "hall").gateway("gw", "desk").gateway("gw-2");
        building.occupancy.connected("gw");
        building.occupancy.connected("gw-2");
        building.hear("desk", 0, new SeatPresence(true));
        building.without("gw")
                .without("gw-2")
                .gateway("gw")
                .gateway("gw-2", "desk")
                .reload(10);
        assertThat(building.at("hall").state()).isEqualTo(CountState.UNKNOWN);
        building.hear("desk", 12, new SeatPresence(true));
        assertThat(building.count("hall")).isEqualTo(1);
    }

    @Test
    void a_gateway_that_says_it_is_away_does_not_speak_for_a_sensor_with_a_connection_of_its_own() {
        building.desk("desk", "hall").gateway("gw", "desk");
        building.occupancy.connected("desk");
        building.hear("desk", 0, new SeatPresence(true));
        building.keep(effects -> building.occupancy.status("gw", false, minute(10), effects));
        assertThat(building.count("hall")).isEqualTo(1);
    }

    @Test
    void a_sensor_that_leaves_the_site_file_and_comes_back_must_be_heard_and_goes_on_with_its_totals() {
        building.line("line", "outside", "hall");
        building.hear("line", 0, new CounterTotals(10, 0));
        building.hear("line", 1, new CounterTotals(13, 0));
        building.without("line").reload(5);
        building.line("line", "outside", "hall").reload(10);
        assertThat(building.count("hall")).isNull();
        building.hear("line", 30, new CounterTotals(15, 0));
        assertThat(building.count("hall")).isEqualTo(5);
    }

    private static CountView unknownSince(int minute) {
        return new CountView("room", null, CountState.UNKNOWN, 0, minute(minute));
    }
}

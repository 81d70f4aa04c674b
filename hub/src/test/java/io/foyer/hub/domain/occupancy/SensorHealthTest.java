package io.foyer.hub.domain.occupancy;

import static io.foyer.hub.domain.occupancy.Building.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Message.CounterSteps;
import io.foyer.hub.domain.Message.HeadCount;
import io.foyer.hub.domain.Message.SeatPresence;
import io.foyer.hub.domain.occupancy.ZoneCount.CountState;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SensorHealthTest {
    private static final int HOUR = 60;

    private final Building building = new Building()
            .zone("house", null, "house")
            .zone("hall", "house", "hot-desks")
            .zone("booths", "house", "booths")
            .zone("lounge", "house", "lounge");

    private String evidence(String fault) {
        return Objects.requireNonNull(building.faults.get(fault), fault)
                .evidence()
                .en();
    }

    private void connect(String device) {
        building.occupancy.connected(device);
    }

    @Test
    void a_desk_that_is_taken_for_twenty_hours_does_not_count_until_it_is_free() {
        building.desk("desk-1", "hall").desk("desk-2", "hall");
        connect("desk-1");
        connect("desk-2");
        building.hear("desk-1", 5, new SeatPresence(true));
        building.hear("desk-2", 5, new SeatPresence(false));
        for (int minute = 15; minute < 20 * HOUR; minute += 15) {
            building.hear("desk-1", minute, new SeatPresence(true));
        }
        building.tick(20 * HOUR + 4);
        assertThat(building.faults).isEmpty();
        assertThat(building.at("hall").confidence()).isEqualTo(0.8);

        building.tick(20 * HOUR + 5);
        assertThat(evidence("desk-1 STUCK"))
                .isEqualTo(
                        "desk-1: it has said 1 since 2026-11-23 20:05, for more than 20 hours. It does not count until"
                                + " it says something else. Look whether something lies before it, or restart it.");
        assertThat(building.at("hall"))
                .extracting(ZoneCount::count, ZoneCount::state, ZoneCount::confidence)
                .containsExactly(0, CountState.PARTIAL, 0.4);
        assertThat(building.at("hall").taken()).containsOnlyKeys("desk-2");

        building.hear("desk-1", 21 * HOUR, new SeatPresence(true));
        assertThat(building.faults).as("it still says the same").hasSize(1);
        building.hear("desk-1", 22 * HOUR, new SeatPresence(false));
        assertThat(building.faults).isEmpty();
        assertThat(building.at("hall").state()).isEqualTo(CountState.OK);
    }

    @Test
    void a_booth_is_stuck_after_four_hours_and_a_desk_that_nobody_uses_never_is() {
        building.desk("booth-1", "booths").desk("desk-1", "hall");
        connect("booth-1");
        connect("desk-1");
        building.hear("booth-1", 0, new SeatPresence(true));
        building.hear("desk-1", 0, new SeatPresence(false));
        building.tick(4 * HOUR - 1);
        assertThat(building.faults).isEmpty();
        building.tick(4 * HOUR);
        building.tick(100 * HOUR);
        assertThat(building.faults).containsOnlyKeys("booth-1 STUCK");
    }

    @Test
    void a_camera_that_says_the_same_while_sixty_people_pass_is_stuck() {
        building.counter("cam", "lounge").line("line", "house", "lounge");
        connect("cam");
        connect("line");
        building.hear("cam", 0, new HeadCount(2));
        int passed = 0;
        for (int minute = 1; minute <= 5 * HOUR; minute += 5) {
            building.hear("line", minute, new CounterSteps(minute % 2 == 1 ? 3 : 0, minute % 2 == 1 ? 0 : 3));
            passed += 3;
            assertThat(building.faults.isEmpty()).isEqualTo(minute < 4 * HOUR);
        }
        assertThat(evidence("cam STUCK"))
                .startsWith("cam: it has said 2 since 2026-11-23 20:00, while lines counted ")
                .contains(" passages at the border of its zone.");
        assertThat(passed).isGreaterThan(HealthLimits.PASSAGES_UNSEEN);
        assertThat(building.at("lounge").count()).as("the line counts instead").isNotNull();
        building.hear("cam", 5 * HOUR + 1, new HeadCount(3));
        assertThat(building.faults).isEmpty();
    }

    @Test
    void a_camera_that_is_lost_is_silent_after_a_quarter_of_an_hour_and_a_battery_sensor_after_two_reports_more() {
        building.counter("cam", "lounge").desk("desk-1", "hall");
        connect("cam");
        building.hear("cam", 0, new HeadCount(2));
        building.hear("desk-1", 0, new SeatPresence(true));
        building.keep(effects -> building.occupancy.gone("cam", true, minute(10), effects));
        building.tick(24);
        assertThat(building.faults).isEmpty();
        building.tick(25);
        assertThat(building.faults).containsOnlyKeys("cam SILENT");
        assertThat(building.faults.get("cam SILENT").since()).isEqualTo(minute(10));
        building.tick(3 * HOUR - 1);
        assertThat(building.faults).hasSize(1);
        building.tick(3 * HOUR);
        assertThat(building.faults.get("desk-1 SILENT").since()).isEqualTo(minute(60));
        building.hear("cam", 4 * HOUR, new HeadCount(2));
        building.hear("desk-1", 4 * HOUR, new SeatPresence(true));
        assertThat(building.faults).isEmpty();
    }

    @Test
    void a_start_of_the_hub_leaves_every_sensor_time_to_come_back() {
        building.counter("cam", "lounge");
        building.hear("cam", 0, new HeadCount(2));
        building.restart(10 * HOUR);
        building.pass(10 * HOUR, 10 * HOUR + 14);
        assertThat(building.faults).isEmpty();
        building.tick(10 * HOUR + 15);
        assertThat(building.faults.get("cam SILENT").since()).isEqualTo(minute(60));
    }

    @Test
    void a_desk_that_changes_more_often_than_a_body_can_does_not_count_until_it_is_calm() {
        building.desk("desk-1", "hall");
        connect("desk-1");
        for (int i = 0; i < 64; i++) {
            building.hear("desk-1", i / 6.0, new SeatPresence(i % 2 == 0));
        }
        assertThat(evidence("desk-1 FLAPPING")).contains("it changed more than 30 times in the 10 minutes until");
        assertThat(building.at("hall").state()).isEqualTo(CountState.UNKNOWN);
        building.hear("desk-1", 15, new SeatPresence(true));
        building.tick(20);
        assertThat(building.faults).isNotEmpty();
        building.tick(21);
        assertThat(building.faults).isEmpty();
        assertThat(building.count("hall")).isEqualTo(1);
    }

    @Test
    void a_desk_whose_occupant_is_restless_is_believed() {
        building.desk("desk-1", "hall");
        for (int i = 0; i < 400; i++) {
            building.hear("desk-1", i / 2.0, new SeatPresence(i % 2 == 0));
        }
        assertThat(building.faults).isEmpty();
    }

    @Test
    void a_connection_that_breaks_again_and_again_is_flapping_and_one_that_says_goodbye_is_not() {
        building.counter("cam", "lounge").desk("desk-1", "hall");
        for (int i = 0; i < 12; i++) {
            double minute = i / 2.0;
            for (String device : new String[] {"cam", "desk-1"}) {
                connect(device);
                building.hear(device, minute, device.equals("cam") ? new HeadCount(1) : new SeatPresence(true));
                building.keep(effects ->
                        building.occupancy.gone(device, device.equals("cam"), minute(minute + 0.1), effects));
            }
        }
        assertThat(building.faults).containsOnlyKeys("cam FLAPPING");
        assertThat(evidence("cam FLAPPING")).contains("its connection broke more than 10 times in the 10 minutes");
    }

    @Test
    void what_is_wrong_is_still_wrong_after_a_restart_and_how_long_a_sensor_says_the_same_is_not_forgotten() {
        building.desk("desk-1", "hall").desk("desk-2", "hall");
        building.hear("desk-1", 0, new SeatPresence(true));
        for (int minute = 0; minute <= 20 * HOUR; minute += 30) {
            building.hear("desk-1", minute, new SeatPresence(true));
        }
        building.tick(20 * HOUR);
        building.hear("desk-2", 20 * HOUR, new SeatPresence(true));
        building.restart(20 * HOUR + 1);
        assertThat(building.at("hall").count()).isEqualTo(1);
        assertThat(building.at("hall").state()).isEqualTo(CountState.PARTIAL);
        for (int minute = 20 * HOUR + 30; minute <= 41 * HOUR; minute += 30) {
            building.hear("desk-2", minute, new SeatPresence(true));
            building.tick(minute);
        }
        assertThat(building.faults).containsOnlyKeys("desk-1 STUCK", "desk-1 SILENT", "desk-2 STUCK");
        building.hear("desk-1", 42 * HOUR, new SeatPresence(false));
        building.hear("desk-2", 42 * HOUR, new SeatPresence(false));
        assertThat(building.faults).isEmpty();
    }

    @Test
    void a_sensor_that_leaves_the_site_file_leaves_nothing_wrong() {
        building.desk("booth-1", "booths").desk("booth-2", "booths");
        connect("booth-1");
        connect("booth-2");
        building.hear("booth-1", 0, new SeatPresence(true));
        building.hear("booth-2", 0, new SeatPresence(true));
        building.tick(5 * HOUR);
        assertThat(building.faults).hasSize(2);
        building.without("booth-1").reload(5 * HOUR);
        assertThat(building.faults).containsOnlyKeys("booth-2 STUCK");
        building.without("booth-2");
        building.restart(6 * HOUR);
        building.tick(6 * HOUR);
        assertThat(building.faults).isEmpty();
    }

    @Test
    void nobody_is_told_of_what_was_wrong_in_a_history() {
        building.counter("cam", "lounge").desk("booth-1", "booths").line("line", "house", "lounge");
        int year = -365 * 24 * HOUR;
        for (int i = 0; i < 600; i++) {
            building.late("booth-1", year + i, i / 100.0, new SeatPresence(i > 100 || i % 2 == 0));
            building.late("cam", year + i, i / 100.0, new HeadCount(i == 300 ? 900 : 4));
            building.late("line", year + i, i / 100.0, new CounterSteps(i == 400 ? 5_000 : 1, 0));
            building.tick(i / 100.0);
        }
        building.hear("booth-1", 7, new SeatPresence(true));
        building.pass(7, 30 * HOUR);
        assertThat(building.faults.keySet()).isSubsetOf("booth-1 SILENT");
    }
}

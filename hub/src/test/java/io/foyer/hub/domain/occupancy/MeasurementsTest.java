package io.foyer.hub.domain.occupancy;

import static io.foyer.hub.domain.occupancy.Building.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Message.CounterSteps;
import io.foyer.hub.domain.Message.CounterTotals;
import io.foyer.hub.domain.Message.HeadCount;
import io.foyer.hub.domain.Message.SeatPresence;
import io.foyer.hub.domain.definition.Zone;
import org.junit.jupiter.api.Test;

/** How far what tells of one zone is believed beside what else tells. The site's night is at four, as in {@link BalanceTest}. */
class MeasurementsTest {
    private static final double DAY = 24 * 60;

    private final Building building = new Building().zone("house", null).zone("hall", "house");

    @Test
    void two_measurements_count_by_the_inverse_of_their_variances_and_none_counts_nothing() {
        assertThat(new Measurement(10, 1).and(new Measurement(14, 3))).isEqualTo(new Measurement(11, 0.75));
        assertThat(new Measurement(10, 1).and(Measurement.NONE)).isEqualTo(new Measurement(10, 1));
        assertThat(Measurement.NONE.and(new Measurement(10, 1))).isEqualTo(new Measurement(10, 1));
        assertThat(Measurement.NONE.and(Measurement.NONE).isNone()).isTrue();
    }

    @Test
    void badges_that_were_right_for_some_nights_correct_a_line_that_was_wrong() {
        building.line("line", "outside", "hall");
        building.occupancy.connected("line");
        for (int day = 0; day < 6; day++) {
            // One night the line has six too many, and the next night six too few: that is no habit to be learned.
            day(day, day % 2 == 0 ? 64 : 58, 58, 60);
        }
        building.hear("line", 6 * DAY, new CounterSteps(50, 0));
        badges(6 * DAY, 40, 0);
        assertThat(building.count("hall")).isBetween(40, 42);
    }

    @Test
    void badges_of_whom_only_some_go_out_again_are_believed_little() {
        building.line("line", "outside", "hall");
        building.occupancy.connected("line");
        for (int day = 0; day < 6; day++) {
            day(day, 60, 60, 60, day % 2 == 0 ? 20 : 55);
        }
        building.hear("line", 6 * DAY, new CounterSteps(50, 0));
        badges(6 * DAY, 40, 0);
        assertThat(building.count("hall")).isBetween(46, 50);
    }

    @Test
    void a_night_is_waited_for_once_where_only_badges_tell_of_people() {
        building.line("line", "outside", "hall");
        building.occupancy.connected("line");
        building.hear("line", 0, new CounterSteps(0, 0));
        badges(1, 3, 0);
        building.tick(2);
        assertThat(building.occupancy.due()).isAfter(minute(2));
        building.tick(8 * 60 + 40);
        assertThat(building.occupancy.due()).isAfter(minute(8 * 60 + 40));
        badges(DAY, 0, 3);
        assertThat(building.count("hall")).isZero();
    }

    @Test
    void whoever_swipes_first_in_the_morning_comes_after_the_night() {
        building.line("line", "outside", "hall");
        building.occupancy.connected("line");
        building.hear("line", 0, new CounterSteps(3, 2));
        badges(DAY - 5 * 60, 1, 0);
        building.hear("line", DAY - 5 * 60 + 1, new CounterSteps(1, 0));
        building.pass((int) DAY - 5 * 60 + 2, (int) DAY);
        assertThat(building.count("hall")).as("one was inside at seven").isEqualTo(1);
        assertThat(building.lines("hall").since()).as("at four").isEqualTo(minute(8 * 60));
    }

    @Test
    void a_house_that_was_first_heard_before_the_night_is_empty_at_its_end() {
        building.line("line", "outside", "hall");
        building.hear("line", 0, new CounterTotals(100, 50));
        building.hear("line", DAY - 5 * 60, new CounterTotals(101, 50));
        building.hear("line", DAY - 4 * 60, new CounterTotals(101, 50));
        assertThat(building.lines("hall").since()).isEqualTo(minute(8 * 60));
        assertThat(building.count("hall")).isEqualTo(1);
    }

    @Test
    void a_guard_between_two_cameras_is_inside_when_the_night_ends() {
        building.zone("room", "hall").counter("cam", "room").line("line", "outside", "hall");
        building.occupancy.connected("line");
        building.occupancy.connected("cam");
        building.hear("cam", 0, new HeadCount(0));
        building.hear("line", 1, new CounterSteps(1, 0));
        building.hear("cam", 2, new HeadCount(1));
        building.hear("cam", 8 * 60 - 3, new HeadCount(0));
        building.tick(8 * 60);
        assertThat(building.count("hall")).isEqualTo(1);
        building.hear("cam", 8 * 60 + 2, new HeadCount(1));
        assertThat(building.count("hall")).isEqualTo(1);
    }

    @Test
    void whoever_was_seen_before_somebody_left_may_be_the_one_who_left() {
        building.zone("room", "hall").counter("cam", "room").line("line", "outside", "hall");
        building.occupancy.connected("line");
        building.occupancy.connected("cam");
        building.hear("cam", 0, new HeadCount(0));
        building.hear("line", 1, new CounterSteps(2, 0));
        building.hear("cam", 2, new HeadCount(1));
        building.hear("cam", 8 * 60 - 3, new HeadCount(0));
        building.hear("line", 8 * 60 - 2, new CounterSteps(0, 1));
        building.tick(8 * 60 + 30);
        assertThat(building.count("hall")).isZero();
    }

    @Test
    void badges_count_nobody_where_no_line_is() {
        badges(0, 5, 0);
        assertThat(building.count("hall")).isNull();
    }

    @Test
    void people_at_a_part_of_the_desks_tell_how_many_there_are_at_all_desks() {
        building.zones.removeIf(zone -> zone.id().equals("hall"));
        building.zones.add(
                new Zone("hall", "house", "zone", building.zones.get(0).name(), null, 8, null, null));
        building.line("line", "outside", "hall");
        for (int desk = 1; desk <= 4; desk++) {
            building.desk("desk-" + desk, "hall");
        }
        building.hear("line", 0, new CounterSteps(0, 0));
        for (int passages = 1; passages <= 300; passages++) {
            building.hear("line", passages * 0.1, new CounterSteps(1, 1));
        }
        for (int desk = 1; desk <= 4; desk++) {
            building.hear("desk-" + desk, 40, new SeatPresence(true));
        }
        assertThat(building.count("hall"))
                .as("the line says nobody, the desks say eight")
                .isBetween(5, 8);
    }

    @Test
    void a_line_that_was_wrong_is_believed_less_than_the_rooms_in_its_zone() {
        building.zone("room", "hall").counter("cam", "room").line("line", "outside", "hall");
        building.occupancy.connected("line");
        building.occupancy.connected("cam");
        building.hear("cam", 0, new HeadCount(0));
        for (int day = 0; day < 6; day++) {
            building.hear("line", day * DAY, new CounterSteps(40, day % 2 == 0 ? 10 : 60));
        }
        building.hear("cam", 6 * DAY, new HeadCount(12));
        building.hear("line", 6 * DAY + 1, new CounterSteps(40, 0));
        assertThat(building.count("hall")).as("the line says 40, the camera 12").isBetween(12, 30);
        assertThat(building.at("hall").low()).isNotNull().isLessThan(building.count("hall"));
    }

    private void day(int day, int in, int out, int badges) {
        day(day, in, out, badges, badges);
    }

    private void day(int day, int in, int out, int badgesIn, int badgesOut) {
        building.hear("line", day * DAY, new CounterSteps(in, 0));
        badges(day * DAY, badgesIn, 0);
        building.hear("line", day * DAY + 300, new CounterSteps(0, out));
        badges(day * DAY + 300, 0, badgesOut);
    }

    private void badges(double minute, int in, int out) {
        ObservationTime moment = new ObservationTime(minute(minute), minute(minute), true);
        building.keep(effects -> {
            for (int i = 0; i < in; i++) {
                building.occupancy.walked("outside", "hall", moment, effects);
            }
            for (int i = 0; i < out; i++) {
                building.occupancy.walked("hall", "outside", moment, effects);
            }
        });
    }
}

package io.foyer.simulators.sense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.simulators.Places;
import io.foyer.simulators.day.DayPlan;
import io.foyer.simulators.day.Meeting;
import io.foyer.simulators.day.Member;
import io.foyer.simulators.day.Move;
import io.foyer.simulators.space.Door;
import io.foyer.simulators.space.Meter;
import io.foyer.simulators.space.Plan;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.SpaceReader;
import io.foyer.simulators.space.Zone;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What may be taken for granted of every simulated day, of the demo space on a week with a holiday near. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // planning the first day takes a while
class DaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 28);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);

    private final Space space = SpaceReader.read(Places.config(), "harbour");
    private final Days days = new Days(space, 7, Faults.SMALL);
    private final List<LocalDate> week = MONDAY.datesUntil(MONDAY.plusDays(7)).toList();

    @Test
    void nobody_is_in_two_places_and_everybody_goes_home() {
        for (LocalDate date : week) {
            Map<Member, Move> last = new HashMap<>();
            for (Move move : days.plan(date).moves()) {
                Move before = last.put(move.member(), move);
                assertThat(move.step().from())
                        .isEqualTo(before == null ? Zone.OUTSIDE : before.step().to());
                assertThat(move.second()).isBetween(before == null ? 1 : before.second() + 1, DayPlan.SECONDS - 1);
            }
            assertThat(last.values()).allMatch(move -> move.step().to().equals(Zone.OUTSIDE));
        }
    }

    @Test
    void a_zone_never_holds_fewer_than_none_and_a_small_one_never_many_more_than_it_has_places() {
        for (LocalDate date : week) {
            Headcount people = days.of(date).people();
            for (Zone zone : space.zones().values()) {
                assertThat(people.of(zone.id()))
                        .as(zone.id())
                        .allMatch(change -> change.people() >= 0 && change.people() <= zone.capacity() + 3);
            }
        }
    }

    @Test
    void people_come_on_a_working_day_few_at_a_weekend_and_hardly_anybody_on_a_holiday() {
        assertThat(most("house", MONDAY)).isBetween(100, 200);
        assertThat(most("house", SATURDAY)).isBetween(10, 60);
        assertThat(most("house", NATIONAL_DAY)).isBetween(1, 30);
        assertThat(days.plan(NATIONAL_DAY).meetings()).isEmpty();
    }

    @Test
    void noon_is_quieter_than_morning_and_afternoon_and_at_night_only_a_guard_is_there() {
        int[] hours = days.of(MONDAY).people().samples("house", 3600);
        assertThat(hours[3]).isEqualTo(1);
        assertThat(hours[11]).isGreaterThan(80);
        assertThat(days.of(MONDAY).people().samples("house", 60)[12 * 60 + 40]).isLessThan(hours[11]);
        assertThat(hours[15]).isGreaterThan(hours[21]);
    }

    @Test
    void who_walks_through_a_door_has_a_right_to_what_is_behind_it_at_that_hour() {
        for (LocalDate date : week) {
            for (Move move : days.plan(date).moves()) {
                Door door = move.step().door();
                if (door != null && move.step().inward()) {
                    Plan plan = space.plans().get(move.member().plan());
                    assertThat(plan.zones().stream().anyMatch(zone -> space.isWithin(door.to(), zone))
                                    || space.isWithin(
                                            door.to(),
                                            String.valueOf(move.member().zone())))
                            .as("%s at %s", move.member(), door)
                            .isTrue();
                    assertThat(plan.isOpen(date.getDayOfWeek(), move.second() - 2))
                            .as("%s at %s on %s", move.member(), move.second(), date)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void some_try_a_door_that_is_not_theirs_but_not_many() {
        DayPlan plan = days.plan(MONDAY);
        assertThat(plan.attempts()).hasSizeBetween(3, 9);
        assertThat(plan.moves()).hasSizeGreaterThan(2_000);
    }

    @Test
    void who_meets_is_in_the_room_and_nobody_meets_twice_at_a_time() {
        DayPlan plan = days.plan(MONDAY);
        Headcount people = days.of(MONDAY).people();
        assertThat(plan.meetings()).hasSizeGreaterThan(15);
        for (Meeting meeting : plan.meetings()) {
            int middle = (meeting.from() + meeting.until()) / 2;
            assertThat(people.samples(meeting.zone(), 60)[middle / 60])
                    .as(meeting.toString())
                    .isBetween(meeting.members().size() - 1, meeting.members().size() + 2);
        }
        Set<Integer> hours = plan.meetings().stream().map(Meeting::from).collect(Collectors.toSet());
        for (int at : hours) {
            List<Member> busy = plan.meetings().stream()
                    .filter(meeting -> meeting.from() <= at && at < meeting.until())
                    .flatMap(meeting -> meeting.members().stream())
                    .toList();
            assertThat(busy).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_holds_meters_is_their_sum_and_an_unmetered_rest_and_no_fuse_blows() {
        for (LocalDate date : List.of(MONDAY, SATURDAY, LocalDate.of(2026, 7, 28), LocalDate.of(2026, 1, 20))) {
            Map<String, double[]> rates = days.of(date).rates();
            for (Meter meter : space.meters()) {
                List<Meter> parts = space.partsOf(meter.id());
                for (int minute = 0; minute < Power.MINUTES; minute++) {
                    int at = minute;
                    double sum = parts.stream()
                            .mapToDouble(part -> rates.get(part.id())[at])
                            .sum();
                    double rate = rates.get(meter.id())[minute];
                    double most = meter.medium() == Meter.Medium.ELECTRICITY ? meter.maxPowerW() : Double.MAX_VALUE;
                    // At night no water flows; all else has something that always runs.
                    double least = meter.medium() == Meter.Medium.WATER ? 0 : Double.MIN_VALUE;
                    assertThat(rate).as("%s at minute %d", meter.id(), minute).isBetween(least, most);
                    assertThat(rate).as("%s at minute %d", meter.id(), minute).isGreaterThanOrEqualTo(sum);
                }
            }
        }
    }

    @Test
    void the_load_of_a_full_house_is_several_times_that_of_an_empty_one() {
        double[] main = days.of(MONDAY).rates().get("main");
        assertThat(main[15 * 60]).isGreaterThan(2.5 * main[3 * 60]);
    }

    @Test
    void registers_go_on_over_midnight_and_are_the_same_wherever_one_begins() {
        Registers monday = days.of(MONDAY).registers();
        Registers tuesday = days.of(MONDAY.plusDays(1)).registers();
        assertThat(tuesday.used()).allSatisfy((meter, used) -> assertThat(used)
                .isGreaterThan(monday.used().get(meter)));
        Registers late = new Days(space, 7, Faults.SMALL).of(MONDAY.plusDays(1)).registers();
        assertThat(late.in()).isEqualTo(tuesday.in());
        assertThat(late.used()).allSatisfy((meter, used) -> assertThat(used)
                .isCloseTo(tuesday.used().get(meter), within(1e-6 * used)));
        assertThat(tuesday.in()).allSatisfy((line, in) -> assertThat(in).isPositive());
    }

    @Test
    void without_faults_every_line_is_left_as_often_as_it_is_entered() {
        Days faultless = new Days(space, 7, Faults.NONE);
        Registers before = faultless.of(MONDAY).registers();
        Registers after = faultless.of(MONDAY.plusDays(1)).registers();
        assertThat(before.in().keySet()).isNotEmpty().allSatisfy(line -> assertThat(
                        after.in().get(line) - before.in().get(line))
                .isEqualTo(after.out().get(line) - before.out().get(line)));
    }

    @Test
    void one_seed_and_one_day_are_the_same_messages_and_another_seed_is_another_day() {
        List<Signal> once = new Timeline(days, Reporting.LIVE).of(MONDAY).signals();
        List<Signal> twice = new Timeline(new Days(space, 7, Faults.SMALL), Reporting.LIVE)
                .of(MONDAY)
                .signals();
        List<Signal> other = new Timeline(new Days(space, 8, Faults.SMALL), Reporting.LIVE)
                .of(MONDAY)
                .signals();
        assertThat(twice).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void a_device_never_uses_an_id_for_two_different_messages() {
        for (Reporting reporting : List.of(Reporting.LIVE, Reporting.PAST)) {
            Map<String, Signal> seen = new HashMap<>();
            for (Signal signal : new Timeline(days, reporting).of(MONDAY).signals()) {
                Signal before = seen.put(signal.device() + " " + signal.id(), signal);
                assertThat(before == null || before.fields().equals(signal.fields()))
                        .as("%s and %s", before, signal)
                        .isTrue();
            }
        }
    }

    @Test
    void no_sensor_is_silent_for_an_hour() {
        Map<String, List<Signal>> bySensor = new Timeline(new Days(space, 7, Faults.NONE), Reporting.PAST)
                .of(SATURDAY).signals().stream()
                        .filter(signal ->
                                signal.leaf().equals("count") || signal.leaf().equals("presence"))
                        .collect(Collectors.groupingBy(Signal::device));
        assertThat(bySensor).hasSize(space.sensors().size());
        bySensor.values().forEach(signals -> {
            for (int i = 1; i < signals.size(); i++) {
                assertThat(signals.get(i).at()).isBefore(signals.get(i - 1).at().plusSeconds(3600));
            }
        });
    }

    @Test
    void without_faults_everything_is_sent_once_and_at_once() {
        List<Signal> signals = new Timeline(new Days(space, 7, Faults.NONE), Reporting.LIVE)
                .of(MONDAY)
                .signals();
        assertThat(signals).allMatch(signal -> signal.due().equals(signal.at())).doesNotHaveDuplicates();
        List<Signal> faulty = new Timeline(new Days(space, 7, Faults.LARGE), Reporting.LIVE)
                .of(MONDAY)
                .signals();
        assertThat(faulty).anyMatch(signal -> signal.due().isAfter(signal.at().plusSeconds(60)));
        assertThat(faulty.stream().map(Signal::id).distinct().count()).isLessThan(faulty.size());
    }

    private int most(String zone, LocalDate date) {
        return days.of(date).people().of(zone).stream()
                .mapToInt(Headcount.Change::people)
                .max()
                .orElse(0);
    }
}

package io.foyer.hub.domain.occupancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.access.Booking.TimeSpan;
import io.foyer.hub.domain.occupancy.HeatMap.HeatCell;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZoneUsageTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** A Monday, 9:00 in Shanghai. */
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void use_is_told_with_its_peak_and_how_long_people_stay() {
        ZoneUsage usage = usage(
                List.of(point(0, 0, 0, 0), point(10, 4, 4, 0), point(30, 6, 2, 0), point(40, 0, 0, 6)), 60, List.of());
        assertThat(usage.whole().share()).isCloseTo(0.5, within(1e-9));
        assertThat(usage.whole().max()).isEqualTo(6);
        assertThat(usage.peakAt()).isEqualTo(minute(30));
        assertThat(usage.whole().dwellMinutes()).isCloseTo((4 * 20 + 6 * 10) / 6.0, within(1e-9));
    }

    @Test
    void a_room_that_is_booked_and_empty_is_told_and_one_of_which_nothing_is_known_is_not() {
        List<CountPoint> points = List.of(point(0, 0, 0, 0), point(20, 3, 3, 0), point(30, null, 0, 0));
        assertThat(usage(points, 60, List.of(time(10, 60))).bookedMinutes()).isEqualTo(50);
        assertThat(usage(points, 60, List.of(time(10, 60))).bookedEmptyMinutes())
                .isCloseTo(10, within(1e-9));
        assertThat(usage(points, 60, List.of(time(-30, 2), time(1, 4), time(4, 8), time(25, 99))))
                .satisfies(usage -> assertThat(usage.bookedEmptyMinutes()).isCloseTo(8, within(1e-9)))
                .satisfies(usage -> assertThat(usage.bookedMinutes()).isCloseTo(43, within(1e-9)));
    }

    @Test
    void the_present_ends_what_is_booked() {
        List<CountPoint> points = List.of(point(0, 0, 0, 0));
        ZoneUsage usage = usage(points, 7, List.of(time(5, 60)));
        assertThat(usage.bookedMinutes()).isCloseTo(2, within(1e-9));
        assertThat(usage.bookedEmptyMinutes()).isCloseTo(2, within(1e-9));
    }

    @Test
    void a_heat_map_has_the_hours_of_all_weeks_by_the_clock_of_the_site() {
        List<CountPoint> points = List.of(point(0, 2, 2, 0), point(60, 0, 0, 2), point(7 * 1_440, 4, 4, 0));
        List<HeatCell> cells = HeatMap.of(items(points, OccupancyInterval.HOUR, 7 * 1_440 + 60), SHANGHAI);
        assertThat(cells).hasSize(168);
        assertThat(cells.get(0)).extracting(HeatCell::day, HeatCell::hour).containsExactly(DayOfWeek.MONDAY, 0);
        assertThat(cells)
                .filteredOn(cell -> cell.day() == DayOfWeek.MONDAY && cell.hour() == 9)
                .extracting(cell -> cell.sum().mean(), cell -> cell.sum().max(), cell -> cell.sum()
                        .knownHours())
                .containsExactly(tuple(3.0, 4, 2.0));
    }

    @Test
    void the_hour_that_the_end_of_summer_time_repeats_counts_twice_and_the_one_that_it_leaves_out_never() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        for (String day : List.of("2026-10-25", "2026-03-29")) {
            Instant from = LocalDate.parse(day).atStartOfDay(berlin).toInstant();
            Instant to = LocalDate.parse(day).plusDays(1).atStartOfDay(berlin).toInstant();
            List<OccupancyItem> hours =
                    KeptSteps.of(StepSize.HOUR, List.of(new CountPoint("room", from, 1, 0, 0))).stream()
                            .collect(OccupancyHistory.of(OccupancyInterval.HOUR, berlin, from, to, to));
            assertThat(HeatMap.of(hours, berlin))
                    .filteredOn(cell -> cell.hour() == 2)
                    .extracting(cell -> cell.sum().knownHours())
                    .containsExactlyElementsOf(day.startsWith("2026-10") ? List.of(2.0) : List.of());
        }
    }

    private static ZoneUsage usage(List<CountPoint> points, int untilMinute, List<TimeSpan> booked) {
        return ZoneUsage.of(
                NINE,
                items(points, OccupancyInterval.FIVE_MINUTES, untilMinute),
                Duration.ofMinutes(5),
                booked,
                minute(untilMinute));
    }

    private static List<OccupancyItem> items(List<CountPoint> points, OccupancyInterval step, int untilMinute) {
        Instant until = minute(untilMinute);
        Stream<ZoneStep> kept = KeptSteps.of(step.parts(SHANGHAI, NINE, until), points).stream();
        return kept.collect(OccupancyHistory.of(step, SHANGHAI, NINE, until, until));
    }

    private static TimeSpan time(int from, int until) {
        return new TimeSpan(minute(from), minute(until));
    }

    private static CountPoint point(int minute, @Nullable Integer count, int entries, int exits) {
        return new CountPoint("room", minute(minute), count, entries, exits);
    }

    private static Instant minute(int minute) {
        return NINE.plusSeconds(60L * minute);
    }
}

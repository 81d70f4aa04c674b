package io.foyer.hub.domain.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OccupancyHistoryTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void a_mean_is_weighted_by_time() {
        List<CountPoint> points = List.of(point(-30, 2, 9, 9), point(3, 6, 4, 0), point(4, 0, 0, 6));
        assertThat(of(points, OccupancyInterval.FIVE_MINUTES, BERLIN, minute(0), minute(10), minute(60)))
                .containsExactly(
                        new OccupancyItem(minute(0), 12 * 60e6, 5 * 60e6, 4 * 60e6, 6, 4, 6),
                        item(minute(5), 0, 5, 0, 0, 0));
    }

    @Test
    void the_mean_of_what_does_not_change_is_just_that_however_long_it_lasted() {
        List<CountPoint> points = List.of(point(0, 12, 0, 0));
        for (int i = 1; i <= 1_000; i++) {
            Instant now = NINE.plusNanos(123_457_000L * i);
            assertThat(of(points, OccupancyInterval.HOUR, BERLIN, NINE, minute(60), now))
                    .extracting(OccupancyItem::mean)
                    .containsExactly(12.0);
        }
    }

    @Test
    void unknown_time_weighs_nothing() {
        List<CountPoint> points = List.of(point(0, 4, 0, 0), point(5, null, 0, 0), point(20, 2, 0, 0));
        assertThat(of(points, OccupancyInterval.QUARTER, BERLIN, minute(0), minute(30), minute(60)))
                .containsExactly(item(minute(0), 4, 5, 4, 0, 0), item(minute(15), 2, 10, 2, 0, 0));
        assertThat(of(points, OccupancyInterval.FIVE_MINUTES, BERLIN, minute(5), minute(10), minute(60)))
                .containsExactly(item(minute(5), 0, 0, null, 0, 0))
                .allMatch(step -> step.mean() == null && step.share() == null);
    }

    @Test
    void nothing_is_said_of_before_the_first_point_and_after_the_present() {
        List<CountPoint> points = List.of(point(17, 3, 0, 0));
        assertThat(of(points, OccupancyInterval.FIVE_MINUTES, BERLIN, minute(0), minute(600), minute(21)))
                .containsExactly(item(minute(15), 3, 3, 3, 0, 0), item(minute(20), 3, 1, 3, 0, 0));
        assertThat(of(List.of(), OccupancyInterval.DAY, BERLIN, minute(0), minute(600), minute(600)))
                .isEmpty();
    }

    @Test
    void a_day_is_as_long_as_the_clocks_make_it() {
        Instant from = Instant.parse("2026-10-24T22:00:00Z");
        List<CountPoint> points = List.of(new CountPoint("room", from, 1, 0, 0));
        Instant to = Instant.parse("2026-10-27T00:00:00Z");
        assertThat(of(points, OccupancyInterval.DAY, BERLIN, from, to, to))
                .extracting(OccupancyItem::at)
                .map(Instant::toString)
                .containsExactly("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "2026-10-26T23:00:00Z");
    }

    @Test
    void days_of_23_and_of_25_hours_count_all_their_hours() {
        List<CountPoint> points = List.of(new CountPoint("room", Instant.parse("2026-03-01T00:00:00Z"), 2, 0, 0));
        for (String day : List.of("2026-03-29T23", "2026-10-25T25")) {
            Instant from = Instant.parse(day.substring(0, 10) + "T00:00:00Z").minusSeconds(7_200);
            Instant to = from.plusSeconds(2 * 86_400);
            assertThat(of(points, OccupancyInterval.DAY, BERLIN, from, to, to))
                    .filteredOn(one ->
                            one.at().atZone(BERLIN).toLocalDate().toString().equals(day.substring(0, 10)))
                    .extracting(OccupancyItem::knownHours)
                    .containsExactly(Double.valueOf(day.substring(11)));
        }
    }

    @Test
    void a_site_that_gets_another_time_zone_has_its_whole_history_in_that() {
        List<CountPoint> points = List.of(point(0, 3, 3, 0), point(40, 0, 0, 3));
        Instant to = minute(120);
        assertThat(of(points, OccupancyInterval.HOUR, BERLIN, minute(0), to, to))
                .extracting(OccupancyItem::mean)
                .containsExactly(2.0, 0.0);
        ZoneId kathmandu = ZoneId.of("Asia/Kathmandu"); // 5:45 from UTC
        assertThat(of(points, OccupancyInterval.HOUR, kathmandu, minute(0), to, to))
                .containsExactly(
                        new OccupancyItem(minute(-45), 45 * 60e6, 15 * 60e6, 15 * 60e6, 3, 3, 0),
                        new OccupancyItem(minute(15), 75 * 60e6, 60 * 60e6, 25 * 60e6, 3, 0, 3),
                        item(minute(75), 0, 45, 0, 0, 0));
    }

    @Test
    void a_count_that_came_and_went_is_seen_by_the_highest_count() {
        List<CountPoint> points = List.of(point(0, 0, 0, 0), point(2, 38, 38, 0), point(3, 0, 0, 38));
        assertThat(of(points, OccupancyInterval.HOUR, BERLIN, minute(0), minute(60), minute(60)))
                .containsExactly(new OccupancyItem(minute(0), 38 * 60e6, 3_600e6, 60e6, 38, 38, 38));
    }

    private static List<OccupancyItem> of(
            List<CountPoint> points, OccupancyInterval step, ZoneId zone, Instant from, Instant to, Instant now) {
        return KeptSteps.of(step.parts(zone, from, to), points).stream()
                .collect(OccupancyHistory.of(step, zone, from, to, now));
    }

    /** A step of whose time that is known somebody was there all the time, or never. */
    private static OccupancyItem item(
            Instant at, double mean, double knownMinutes, @Nullable Integer max, int entries, int exits) {
        double known = knownMinutes * 60e6;
        return new OccupancyItem(at, mean * known, known, mean > 0 ? known : 0, max, entries, exits);
    }

    private static CountPoint point(int minute, @Nullable Integer count, int entries, int exits) {
        return new CountPoint("room", minute(minute), count, entries, exits);
    }

    private static Instant minute(int minute) {
        return NINE.plusSeconds(60L * minute);
    }
}

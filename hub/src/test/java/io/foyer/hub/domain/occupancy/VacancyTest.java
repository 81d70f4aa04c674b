package io.foyer.hub.domain.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Booking.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VacancyTest {
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(5);

    private static Instant minute(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }

    /** Steps from nine on: "0" empty, "1" in use, "?" not known, "~" known for most of the step and empty. */
    private static List<OccupancyItem> items(String steps) {
        return IntStream.range(0, steps.length())
                .mapToObj(step -> {
                    char kind = steps.charAt(step);
                    double known = kind == '?' ? 0 : kind == '~' ? 295e6 : 300e6;
                    return new OccupancyItem(minute(5 * step), 0, known, kind == '1' ? 60e6 : 0, null, 0, 0);
                })
                .toList();
    }

    private static Instant since(String steps, int from, int now) {
        return Vacancy.since(items(steps), LENGTH, minute(from), minute(now));
    }

    @Test
    void a_zone_is_empty_since_the_step_after_the_last_in_which_somebody_was_there() {
        assertThat(since("100", 0, 15)).isEqualTo(minute(5));
        assertThat(since("000", 0, 15)).isEqualTo(minute(0));
        assertThat(since("001", 0, 15)).isNull();
        assertThat(since("0~0", 0, 15)).as("a sensor may blink").isEqualTo(minute(0));
    }

    @Test
    void it_is_empty_no_earlier_than_asked_whatever_was_before() {
        assertThat(since("1000", 7, 20)).isEqualTo(minute(7));
        assertThat(since("1000", 5, 20)).isEqualTo(minute(5));
    }

    @Test
    void what_is_not_known_is_not_empty() {
        assertThat(since("0?0", 0, 15)).isEqualTo(minute(10));
        assertThat(since("00?", 0, 15)).isNull();
        assertThat(since("00", 0, 15)).as("a history that ends before now").isNull();
        assertThat(since("", 0, 15)).isNull();
    }

    @Test
    void the_step_under_way_counts_as_far_as_it_has_come() {
        List<OccupancyItem> items = List.of(new OccupancyItem(minute(0), 0, 120e6, 0, 0, 0, 0));
        assertThat(Vacancy.since(items, LENGTH, minute(0), minute(2))).isEqualTo(minute(0));
        assertThat(Vacancy.since(items, LENGTH, minute(0), minute(4))).isNull();
    }

    private static boolean isUnused(String steps, int from, int until) {
        return Vacancy.isUnused(items(steps), LENGTH, new TimeSpan(minute(from), minute(until)));
    }

    @Test
    void a_booking_is_unused_where_nobody_came_in_any_whole_step_of_it() {
        assertThat(isUnused("1000011", 5, 25)).isTrue();
        assertThat(isUnused("1000011", 5, 30)).isFalse();
        assertThat(isUnused("1000011", 3, 27)).as("the people before and after").isTrue();
        assertThat(isUnused("1000011", 0, 25)).isFalse();
        assertThat(isUnused("00?00", 0, 25)).isFalse();
        assertThat(isUnused("00000", 1, 9)).as("no whole step").isFalse();
        assertThat(isUnused("00", 30, 60)).isFalse();
    }
}

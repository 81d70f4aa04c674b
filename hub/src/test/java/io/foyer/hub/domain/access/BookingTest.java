package io.foyer.hub.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BookingTest {
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private static Booking booking(String id, int firstHour, int hours, int days) {
        Instant from = NINE.plus(Duration.ofHours(firstHour));
        Instant until = from.plus(Duration.ofHours(hours));
        List<Booking.TimeSpan> times = IntStream.range(0, days)
                .mapToObj(Duration::ofDays)
                .map(day -> new Booking.TimeSpan(from.plus(day), until.plus(day)))
                .toList();
        return new Booking(id, "lounge", null, Set.of("ann", "bob"), from, until, null, times);
    }

    private static Instant hour(int hour) {
        return NINE.plus(Duration.ofHours(hour));
    }

    @Test
    void a_booking_holds_from_its_beginning_to_just_before_its_end_each_time() {
        Booking daily = booking("a", 0, 2, 3);
        assertThat(daily.holds(NINE.minusNanos(1))).isFalse();
        assertThat(daily.holds(NINE)).isTrue();
        assertThat(daily.holds(hour(2).minusNanos(1))).isTrue();
        assertThat(daily.holds(hour(2))).isFalse();
        assertThat(daily.holds(hour(24))).isTrue();
        assertThat(daily.holds(hour(24 + 1))).isTrue();
        assertThat(daily.holds(hour(48 + 2))).isFalse();
        assertThat(daily.holds(hour(72))).isFalse();
        assertThat(daily.ends()).isEqualTo(hour(50));
        assertThat(daily.times(hour(1), hour(24))).containsExactly(new Booking.TimeSpan(NINE, hour(2)));
    }

    @Test
    void two_bookings_clash_where_any_of_their_times_overlap() {
        Booking daily = booking("a", 0, 2, 10);
        assertThat(daily.clash(booking("b", 2, 22, 9))).isNull();
        assertThat(daily.clash(booking("b", 24 * 7 + 1, 3, 1)))
                .isEqualTo(new Booking.TimeSpan(hour(24 * 7), hour(24 * 7 + 2)));
        assertThat(booking("b", 24 * 7 + 1, 3, 1).clash(daily))
                .isEqualTo(new Booking.TimeSpan(hour(24 * 7 + 1), hour(24 * 7 + 4)));
        assertThat(daily.clash(booking("b", -5, 6, 1))).isEqualTo(new Booking.TimeSpan(NINE, hour(2)));
    }

    @Test
    void who_has_booked_a_zone_is_known_until_they_are_erased() {
        Doorkeeper keeper = new Doorkeeper(SmallHouse.definition());
        keeper.put(booking("a", 0, 2, 1));
        assertThat(has(keeper, "lounge", "ann", hour(1))).isTrue();
        assertThat(has(keeper, "lounge", "ann", hour(3))).isFalse();
        assertThat(has(keeper, "f1", "ann", hour(1))).isFalse();

        keeper.erase("ann");
        assertThat(has(keeper, "lounge", "ann", hour(1))).isFalse();
        assertThat(has(keeper, "lounge", "bob", hour(1))).isTrue();
        keeper.erase("bob");
        assertThat(keeper.bookings().get("a")).isNull();
    }

    private static boolean has(Doorkeeper keeper, String zone, String member, Instant at) {
        return !keeper.bookings().isForOthers(zone, member, at, true);
    }

    @Test
    void a_diary_of_a_year_and_more_is_looked_up_near_an_instant_only_and_misses_nothing() {
        Random random = new Random(7);
        BookingDiary diary = new BookingDiary();
        List<Booking> all = new ArrayList<>();
        for (int i = 0; i < 400 * 9; i++) {
            Instant from = NINE.plusSeconds(3600L * 24 * (i / 9) + 3600L * (i % 9));
            all.add(Booking.once("a" + i, "lounge", null, Set.of("ann"), from, from.plusSeconds(3600)));
        }
        for (int i = 0; i < 200; i++) {
            Instant from = NINE.plusSeconds(random.nextInt(400 * 86_400));
            Instant until = from.plusSeconds(1L << random.nextInt(26)).plusNanos(random.nextInt(1_000_000_000));
            all.add(Booking.once("b" + i, "lounge", null, Set.of("bob"), from, until));
        }
        all.forEach(diary::put);
        all.subList(0, 100).forEach(booking -> diary.remove(booking.id()));
        all.subList(0, 100).clear();

        for (int i = 0; i < 2_000; i++) {
            Booking.TimeSpan time = all.get(random.nextInt(all.size())).times().get(0);
            Instant at = List.of(
                            time.from(),
                            time.until(),
                            time.until().minusNanos(1),
                            time.from().plusSeconds(random.nextInt(90_000)))
                    .get(i % 4);
            assertThat(diary.at(at))
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().filter(booking -> booking.holds(at)).toList());
            assertThat(diary.near(at)).hasSizeLessThan(100);
        }
        all.forEach(booking -> diary.remove(booking.id()));
        assertThat(diary.isEmpty()).isTrue();
        assertThat(diary.near(NINE)).isEmpty();
    }

    @Test
    void what_is_long_over_is_forgotten() {
        Doorkeeper keeper = new Doorkeeper(SmallHouse.definition());
        keeper.put(booking("old", 0, 2, 1));
        keeper.put(booking("new", 5, 2, 1));
        keeper.forgetEndedBefore(hour(3));
        assertThat(keeper.bookings().get("old")).isNull();
        assertThat(keeper.bookings().get("new")).isNotNull();
    }
}

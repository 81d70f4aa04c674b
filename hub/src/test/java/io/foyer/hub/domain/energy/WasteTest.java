package io.foyer.hub.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.occupancy.CountPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class WasteTest {
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void a_booking_is_cut_where_the_room_empties() {
        ZoneWaste waste = waste(
                List.of(new Consumption(minute(0), minute(15), Kwh.of(3), false)),
                List.of(point(0, 5), point(10, 0)),
                minute(0),
                minute(60));
        assertThat(waste.quantity()).isEqualTo(Kwh.of(1));
        assertThat(waste.total()).isEqualTo(Kwh.of(3));
        assertThat(waste.share()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void use_while_the_count_was_unknown_is_no_waste() {
        ZoneWaste waste = waste(
                List.of(
                        new Consumption(minute(0), minute(15), Kwh.of(3), false),
                        new Consumption(minute(15), minute(30), Kwh.of(3), false)),
                List.of(point(5, 0), point(15, null), point(25, 0)),
                minute(0),
                minute(60));
        assertThat(waste.quantity()).isEqualTo(Kwh.of(3));
        assertThat(waste.unknown())
                .as("before the first count and while it was away")
                .isEqualTo(Kwh.of(3));
        assertThat(waste.total()).isEqualTo(Kwh.of(6));
    }

    @Test
    void only_the_time_asked_for_counts() {
        ZoneWaste waste = waste(
                List.of(new Consumption(minute(0), minute(15), Kwh.of(15), false)),
                List.of(point(-60, 0)),
                minute(5),
                minute(10));
        assertThat(waste.total()).isEqualTo(Kwh.of(5));
        assertThat(waste.quantity()).isEqualTo(Kwh.of(5));
    }

    @Test
    void nothing_used_has_no_share() {
        assertThat(waste(List.of(), List.of(point(0, 0)), minute(0), minute(60)).share())
                .isZero();
    }

    @Test
    void the_standby_is_the_power_of_the_quietest_tenth_of_the_empty_time() {
        List<Consumption> bookings = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            bookings.add(new Consumption(minute(6 * i), minute(6 * i + 6), Kwh.of(i < 2 ? 0.1 : 1.0), false));
        }
        ZoneWaste waste = waste(bookings, List.of(point(0, 0)), minute(0), minute(60));
        assertThat(waste.standby()).as("0.1 kWh in six minutes").isCloseTo(1e6, within(1e-3));
        assertThat(waste.aboveStandby()).isEqualTo(Kwh.of(8 * 0.9));
    }

    @Test
    void two_meters_make_one_power() {
        ZoneWaste waste = waste(
                List.of(
                        new Consumption(minute(0), minute(5), Kwh.of(1), false),
                        new Consumption(minute(5), minute(10), Kwh.of(1), false),
                        new Consumption(minute(0), minute(10), Kwh.of(4), false)),
                List.of(point(0, 0)),
                minute(0),
                minute(60));
        assertThat(waste.standby()).isCloseTo(36e6, within(1e-3));
        assertThat(waste.aboveStandby()).isZero();
        assertThat(waste.quantity()).isEqualTo(Kwh.of(6));
    }

    @Test
    void a_gap_is_booked_but_makes_no_standby() {
        ZoneWaste waste = waste(
                List.of(
                        new Consumption(minute(0), minute(10), Kwh.of(1), false),
                        new Consumption(minute(10), minute(6000), Kwh.of(9), true)),
                List.of(point(0, 0)),
                minute(0),
                minute(6000));
        assertThat(waste.quantity()).isEqualTo(Kwh.of(10));
        assertThat(waste.standby()).isCloseTo(6e6, within(1e-3));
        assertThat(waste.aboveStandby()).isZero();
        assertThat(waste.estimated()).isTrue();
    }

    @Test
    void more_stretches_than_can_be_kept_give_nothing_instead_of_filling_the_memory() {
        ZonePresence empty = Stream.of(point(0, 0)).collect(ZonePresence.gather());
        Instant end = minute(EmptyTime.MOST + 1);
        assertThat(IntStream.range(0, EmptyTime.MOST)
                        .mapToObj(WasteTest::ofMinute)
                        .collect(ZoneWaste.of(empty, START, end)))
                .isPresent();
        assertThat(IntStream.rangeClosed(0, EmptyTime.MOST)
                        .mapToObj(WasteTest::ofMinute)
                        .collect(ZoneWaste.of(empty, START, end)))
                .isEmpty();
    }

    private static Consumption ofMinute(int minute) {
        return new Consumption(minute(minute), minute(minute + 1), Kwh.of(1), false);
    }

    /** Of bookings in any order. */
    public static ZoneWaste waste(List<Consumption> bookings, List<CountPoint> points, Instant from, Instant until) {
        ZonePresence presence = points.stream().collect(ZonePresence.gather());
        return bookings.stream()
                .sorted(Comparator.comparing(Consumption::from))
                .collect(ZoneWaste.of(presence, from, until))
                .orElseThrow();
    }

    private static CountPoint point(int minute, @Nullable Integer count) {
        return new CountPoint("room", minute(minute), count, 0, 0);
    }

    private static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }
}

package io.foyer.hub.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class QuartersTest {
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void energy_is_cut_at_the_quarter_hours_of_the_clock() {
        NavigableMap<Instant, Quarter> quarters =
                Quarters.add("main", Map.of(), List.of(new Consumption(minute(10), minute(40), Kwh.of(6.0), true)));
        assertThat(quarters)
                .containsExactly(
                        Map.entry(minute(0), new Quarter("main", minute(0), Kwh.of(1.0), true)),
                        Map.entry(minute(15), new Quarter("main", minute(15), Kwh.of(3.0), true)),
                        Map.entry(minute(30), new Quarter("main", minute(30), Kwh.of(2.0), true)));
    }

    @Test
    void a_booking_that_ends_with_a_quarter_leaves_the_next_one_alone() {
        assertThat(Quarters.add("main", Map.of(), List.of(new Consumption(minute(0), minute(15), Kwh.of(1), false))))
                .containsOnlyKeys(minute(0));
    }

    @Test
    void a_quarter_holds_what_it_had_and_all_that_comes() {
        Map<Instant, Quarter> before = Map.of(minute(0), new Quarter("main", minute(0), Kwh.of(1.5), true));
        List<Consumption> bookings = List.of(
                new Consumption(minute(5), minute(10), Kwh.of(0.25), false),
                new Consumption(minute(10), minute(15), Kwh.of(0.25), false));
        assertThat(Quarters.add("main", before, bookings).values())
                .containsExactly(new Quarter("main", minute(0), Kwh.of(2.0), true));
    }

    @Test
    void a_third_is_cut_where_its_last_unit_was_used_whole() {
        assertThat(Quarters.add("main", Map.of(), List.of(new Consumption(minute(0), minute(45), 100, true)))
                        .values())
                .extracting(Quarter::quantity)
                .containsExactly(33L, 33L, 34L);
    }

    @Test
    void the_demand_of_a_quarter_is_its_mean_power() {
        assertThat(Quarters.demand(Kwh.of(157.18))).isEqualTo(Kwh.of(628.72));
    }

    @Property
    void the_shares_of_a_booking_add_up_to_it(
            @ForAll @IntRange(min = 0, max = 100_000) int from,
            @ForAll @LongRange(min = 1, max = 31_000_000_000_000L) long micros,
            @ForAll @LongRange(min = 0, max = Meter.Medium.MOST) long quantity) {
        Instant start = NINE.plusSeconds(from);
        Consumption booking = new Consumption(start, start.plus(micros, ChronoUnit.MICROS), quantity, false);
        assertThat(Quarters.add("main", Map.of(), List.of(booking)).values())
                .extracting(Quarter::quantity)
                .allMatch(share -> share >= 0)
                .satisfies(shares -> assertThat(
                                shares.stream().mapToLong(share -> share).sum())
                        .isEqualTo(quantity));
    }

    private static Instant minute(int minute) {
        return NINE.plusSeconds(60L * minute);
    }
}

package io.foyer.hub.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class QuartersTest {
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void energy_is_cut_at_the_quarter_hours_of_the_clock() {
        NavigableMap<Instant, Quarter> quarters =
                Quarters.add("main", Map.of(), List.of(new Consumption(minute(10), minute(40), 6.0, true)));
        assertThat(quarters)
                .containsExactly(
                        Map.entry(minute(0), new Quarter("main", minute(0), 1.0, true)),
                        Map.entry(minute(15), new Quarter("main", minute(15), 3.0, true)),
                        Map.entry(minute(30), new Quarter("main", minute(30), 2.0, true)));
    }

    @Test
    void a_booking_that_ends_with_a_quarter_leaves_the_next_one_alone() {
        assertThat(Quarters.add("main", Map.of(), List.of(new Consumption(minute(0), minute(15), 1, false))))
                .containsOnlyKeys(minute(0));
    }

    @Test
    void a_quarter_holds_what_it_had_and_all_that_comes() {
        Map<Instant, Quarter> before = Map.of(minute(0), new Quarter("main", minute(0), 1.5, true));
        List<Consumption> bookings = List.of(
                new Consumption(minute(5), minute(10), 0.25, false),
                new Consumption(minute(10), minute(15), 0.25, false));
        assertThat(Quarters.add("main", before, bookings).values())
                .containsExactly(new Quarter("main", minute(0), 2.0, true));
    }

    @Test
    void the_demand_of_a_quarter_is_its_mean_power() {
        assertThat(Quarters.demandKw(157.18)).isEqualTo(628.72);
    }

    @Property
    void the_shares_of_a_booking_add_up_to_it(
            @ForAll @IntRange(min = 0, max = 100_000) int from,
            @ForAll @IntRange(min = 1, max = 3_000_000) int seconds,
            @ForAll @DoubleRange(min = 0, max = 1e12) double quantity) {
        Instant start = NINE.plusSeconds(from);
        double sum = Quarters.add(
                        "main", Map.of(), List.of(new Consumption(start, start.plusSeconds(seconds), quantity, false)))
                .values()
                .stream()
                .mapToDouble(Quarter::quantity)
                .sum();
        assertThat(sum).isCloseTo(quantity, Offset.offset(1e-9 * quantity));
    }

    private static Instant minute(int minute) {
        return NINE.plusSeconds(60L * minute);
    }
}

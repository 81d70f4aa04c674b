package io.foyer.hub.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyItem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnergyHistoryTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    @Test
    void an_hour_has_the_sum_and_the_highest_quarter() {
        List<Quarter> quarters = List.of(
                quarter("2026-11-23T08:00:00Z", 1),
                quarter("2026-11-23T08:30:00Z", 3),
                quarter("2026-11-23T08:45:00Z", 3),
                new Quarter("main", Instant.parse("2026-11-23T09:00:00Z"), Kwh.of(2), true));
        assertThat(of(quarters, Medium.ELECTRICITY, EnergyInterval.HOUR, BERLIN))
                .containsExactly(
                        new EnergyItem(
                                Instant.parse("2026-11-23T08:00:00Z"),
                                Kwh.of(7),
                                Kwh.of(12),
                                Instant.parse("2026-11-23T08:30:00Z"),
                                false),
                        new EnergyItem(
                                Instant.parse("2026-11-23T09:00:00Z"),
                                Kwh.of(2),
                                Kwh.of(8),
                                Instant.parse("2026-11-23T09:00:00Z"),
                                true));
    }

    @Test
    void water_has_no_demand() {
        assertThat(of(List.of(quarter("2026-11-23T08:00:00Z", 1)), Medium.WATER, EnergyInterval.QUARTER, BERLIN))
                .containsExactly(new EnergyItem(Instant.parse("2026-11-23T08:00:00Z"), Kwh.of(1), null, null, false));
    }

    @Test
    void the_demand_of_two_meters_is_theirs_together() {
        List<Quarter> quarters = List.of(
                new Quarter("a", Instant.parse("2026-11-23T08:00:00Z"), Kwh.of(4), false),
                new Quarter("a", Instant.parse("2026-11-23T08:15:00Z"), Kwh.of(1), false),
                new Quarter("b", Instant.parse("2026-11-23T08:15:00Z"), Kwh.of(4), false));
        assertThat(of(quarters, Medium.ELECTRICITY, EnergyInterval.DAY, BERLIN))
                .extracting(EnergyItem::maxDemand)
                .containsExactly(Kwh.of(20));
    }

    @Test
    void a_day_is_as_long_as_the_clocks_make_it() {
        List<EnergyItem> days =
                of(whole("2026-10-24T22:00:00Z", 25 + 24), Medium.ELECTRICITY, EnergyInterval.DAY, BERLIN);
        assertThat(days)
                .extracting(EnergyItem::at)
                .map(Instant::toString)
                .containsExactly("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
        assertThat(days).extracting(EnergyItem::quantity).containsExactly(Kwh.of(100), Kwh.of(96));
        List<EnergyItem> spring = of(whole("2026-03-28T23:00:00Z", 23), Medium.ELECTRICITY, EnergyInterval.DAY, BERLIN);
        assertThat(spring).extracting(EnergyItem::quantity).containsExactly(Kwh.of(92));
    }

    @Test
    void an_hour_that_comes_twice_is_two_steps() {
        assertThat(of(whole("2026-10-25T00:00:00Z", 2), Medium.ELECTRICITY, EnergyInterval.HOUR, BERLIN))
                .hasSize(2);
    }

    @Test
    void hours_begin_by_the_local_clock() {
        assertThat(of(whole("2026-11-23T08:15:00Z", 2), Medium.ELECTRICITY, EnergyInterval.HOUR, KATHMANDU))
                .extracting(EnergyItem::at)
                .map(Instant::toString)
                .containsExactly("2026-11-23T08:15:00Z", "2026-11-23T09:15:00Z");
    }

    @Test
    void months_begin_at_local_midnight_and_empty_ones_are_left_out() {
        List<Quarter> quarters = List.of(
                quarter("2026-08-31T21:45:00Z", 1),
                quarter("2026-08-31T22:00:00Z", 2),
                quarter("2026-11-01T00:00:00Z", 3));
        assertThat(of(quarters, Medium.ELECTRICITY, EnergyInterval.MONTH, BERLIN))
                .extracting(EnergyItem::at)
                .map(Instant::toString)
                .containsExactly("2026-07-31T22:00:00Z", "2026-08-31T22:00:00Z", "2026-10-31T23:00:00Z");
    }

    private static List<EnergyItem> of(List<Quarter> quarters, Medium medium, EnergyInterval step, ZoneId zone) {
        return quarters.stream().collect(EnergyHistory.of(medium, step, zone));
    }

    private static Quarter quarter(String start, double kWh) {
        return new Quarter("main", Instant.parse(start), Kwh.of(kWh), false);
    }

    private static List<Quarter> whole(String start, int hours) {
        List<Quarter> quarters = new ArrayList<>();
        for (int i = 0; i < hours * 4; i++) {
            quarters.add(new Quarter("main", Instant.parse(start).plusSeconds(900L * i), Kwh.of(1), false));
        }
        return quarters;
    }
}

package io.foyer.hub.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.CarbonFactors;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.MeterUse.MonthUse;
import io.foyer.hub.domain.occupancy.OccupancyItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EnergyIntensityTest {
    private static final double HOUR = 3_600e6;
    private static final CarbonFactors FACTORS =
            new CarbonFactors(new TreeMap<>(Map.of(2022, new BigDecimal("0.5366"), 2023, new BigDecimal("0.5306"))));

    private static OccupancyItem counted(double personHours, double knownHours) {
        return new OccupancyItem(Instant.EPOCH, personHours * HOUR, knownHours * HOUR, 0, 0, 0, 0);
    }

    private static MonthUse month(String month, double kWh) {
        return new MonthUse(YearMonth.parse(month), Kwh.of(kWh), false);
    }

    @Test
    void energy_is_told_by_person_hour_by_area_and_in_standard_coal() {
        EnergyIntensity found =
                EnergyIntensity.of(Kwh.of(539), List.of(counted(500, 10), counted(292.5, 14)), 24, 1_800.0);
        assertThat(found.personHours()).isEqualTo(792.5);
        assertThat(found.perPersonHour()).isEqualTo(539 / 792.5);
        assertThat(found.perM2()).isEqualTo(539 / 1_800.0);
        assertThat(found.coal()).isEqualByComparingTo("66.2431"); // 539 x 0.1229
    }

    @Test
    void hours_that_nobody_counted_give_no_figure_that_is_too_high() {
        assertThat(EnergyIntensity.of(Kwh.of(10), List.of(counted(5, 21)), 24, null)
                        .perPersonHour())
                .isNull();
        assertThat(EnergyIntensity.of(Kwh.of(10), List.of(counted(5, 22)), 24, null)
                        .perPersonHour())
                .isEqualTo(2);
        assertThat(EnergyIntensity.of(Kwh.of(10), List.of(counted(0, 24)), 24, null)
                        .perPersonHour())
                .isNull();
    }

    @Test
    void each_year_has_its_own_factor_and_a_year_to_come_the_newest() {
        assertThat(CarbonFootprint.of(List.of(month("2022-12", 100), month("2023-01", 200)), FACTORS))
                .satisfies(found -> {
                    assertThat(found.kg()).isEqualByComparingTo("159.78"); // 53.66 + 106.12
                    assertThat(found.isProvisional()).isFalse();
                });
        assertThat(CarbonFootprint.of(List.of(month("2026-11", 100)), FACTORS)).satisfies(found -> {
            assertThat(found.kg()).isEqualByComparingTo("53.06");
            assertThat(found.isProvisional()).isTrue();
        });
        assertThat(CarbonFootprint.of(List.of(month("2021-12", 100)), FACTORS)).isNull();
        assertThat(CarbonFootprint.of(List.of(month("2026-11", 100)), CarbonFactors.NONE))
                .isNull();
    }
}

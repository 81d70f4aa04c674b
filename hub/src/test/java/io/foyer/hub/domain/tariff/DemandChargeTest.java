package io.foyer.hub.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.tariff.DemandCharge.CapacityCharge;
import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandChargeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # maximum, contracted, over from, over ratio, floor, a month costs
                    50,          ,       1.0,          1,     0, 2025.0
                    50,        80,       1.0,          2,     0, 2025.0
                    80,        80,       1.0,          2,     0, 3240.0
                    90,        80,       1.0,          2,     0, 4050.0
                    84,        80,      1.05,          2,     0, 3402.0
                    90,        80,      1.05,          2,     0, 3888.0
                    10,        80,      1.05,          2,   0.4, 1296.0
            """)
    void each_kW_of_the_maximum_costs_and_those_above_the_contract_cost_more(
            BigDecimal maximum,
            BigDecimal contracted,
            BigDecimal overFrom,
            BigDecimal overRatio,
            BigDecimal floor,
            BigDecimal costs) {
        assertThat(new MaximumCharge(new BigDecimal("40.5"), contracted, overFrom, overRatio, floor).month(maximum))
                .isEqualByComparingTo(costs);
    }

    @ParameterizedTest
    @CsvSource({"0", "159", "500"})
    void a_capacity_costs_the_same_whatever_is_used(BigDecimal maximum) {
        assertThat(new CapacityCharge(new BigDecimal("27"), new BigDecimal("160")).month(maximum))
                .isEqualByComparingTo("4320");
    }
}

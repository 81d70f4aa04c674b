package io.foyer.hub.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractAdviceTest {
    private static MaximumCharge charge(String overFrom, String overRatio, String floor) {
        return new MaximumCharge(
                new BigDecimal("40"),
                new BigDecimal("100"),
                new BigDecimal(overFrom),
                new BigDecimal(overRatio),
                new BigDecimal(floor));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # each kW costs 40; 100 are agreed
            # maxima       | over from | over ratio | floor | cost  | cheapest | its cost
            50, 60, 70     | 1.0       | 2          | 0     | 7200  | 100      | 7200
            120, 120, 120  | 1.0       | 2          | 0     | 16800 | 120      | 14400
            105            | 1.05      | 2          | 0     | 4200  | 100      | 4200
            20, 20, 100    | 1.0       | 2          | 0.5   | 8000  | 100      | 8000
            20, 20, 200    | 1.0       | 3          | 0.5   | 20000 | 200      | 16000
            """)
    void the_kW_that_would_have_cost_least_are_advised_and_those_agreed_where_no_others_cost_less(
            String maxima, String overFrom, String overRatio, String floor, String cost, String kw, String least) {
        List<BigDecimal> months =
                Arrays.stream(maxima.split(", ")).map(BigDecimal::new).toList();
        ContractAdvice advice = ContractAdvice.of(charge(overFrom, overRatio, floor), months);
        assertThat(advice.months()).isEqualTo(months.size());
        assertThat(advice.cost()).isEqualByComparingTo(cost);
        assertThat(advice.cheapestCost()).isEqualByComparingTo(least);
        assertThat(advice.cheapest()).isEqualByComparingTo(kw);
    }

    @Property(tries = 200)
    void no_other_whole_kW_would_have_cost_less(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 300) Integer> maxima) {
        MaximumCharge charge = charge("1.05", "2", "0.4");
        List<BigDecimal> months = maxima.stream().map(BigDecimal::valueOf).toList();
        ContractAdvice advice = ContractAdvice.of(charge, months);
        for (int kw = 1; kw <= 800; kw++) {
            MaximumCharge other = charge.contracted(BigDecimal.valueOf(kw));
            BigDecimal cost = months.stream().map(other::month).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(cost).isGreaterThanOrEqualTo(advice.cheapestCost());
        }
    }
}

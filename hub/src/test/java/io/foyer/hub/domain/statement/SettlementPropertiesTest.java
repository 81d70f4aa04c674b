package io.foyer.hub.domain.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.cost.CostStep;
import io.foyer.hub.domain.definition.BillingPolicy.ShareBasis;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.statement.CostStatement.AccountLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** Whatever the meters tell and whoever has the rooms: what is divided adds up to the bill, to the last mWh, ml and cent. */
class SettlementPropertiesTest {
    @Provide
    Arbitrary<List<Quarter>> quarters() {
        return Combinators.combine(
                        Arbitraries.of("main", "floor", "p1", "p2", "tap", "w1"),
                        Arbitraries.integers().between(0, 30 * 96 - 1),
                        Arbitraries.longs().between(0, 9_999_999))
                .as((meter, number, used) ->
                        new Quarter(meter, LetHouse.FROM.plus(Duration.ofMinutes(15L * number)), used, false))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Tenancy>> tenancies() {
        return Combinators.combine(
                        Arbitraries.of("Ann", "Bo", "Café"),
                        Arbitraries.of("o1", "o2", "f1"),
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(1, 30))
                .as((tenant, zone, from, until) -> new Tenancy(
                        tenant,
                        zone,
                        LocalDate.of(2026, 11, Math.min(from, until)),
                        LocalDate.of(2026, 11, Math.max(from, until))))
                .list()
                .ofMaxSize(5);
    }

    @Property(tries = 300)
    void the_parts_add_up_to_the_bills(
            @ForAll("quarters") List<Quarter> said,
            @ForAll("tenancies") List<Tenancy> tenancies,
            @ForAll ShareBasis basis) {
        List<Quarter> once = List.copyOf(distinct(said).values());
        LetHouse house = new LetHouse(basis, 0, Map.of());
        List<CostStatement> all = house.statements(tenancies, once);
        for (String main : List.of("main", "tap")) {
            CostStep bill = house.bill(main, once);
            List<AccountLine> lines = all.stream()
                    .flatMap(statement -> statement.accounts().stream())
                    .filter(line -> line.account().id().equals(main))
                    .toList();
            if (bill == null) {
                continue; // the main meter told nothing: what is measured below it is a credit of the house
            }
            assertThat(lines.stream().map(AccountLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(bill.cost());
            assertThat(lines.stream().map(AccountLine::fixed).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(bill.fixed());
            assertThat(lines.stream()
                            .map(AccountLine::demand)
                            .filter(Objects::nonNull)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(bill.demand() == null ? BigDecimal.ZERO : bill.demand());
            bill.bands().forEach(band -> assertThat(lines.stream()
                            .flatMap(line -> line.bands().stream())
                            .filter(line -> line.name().equals(band.name()))
                            .mapToLong(CostStatement.BandLine::quantity)
                            .sum())
                    .isEqualTo(band.quantity()));
            assertThat(lines.stream().mapToLong(line -> line.share().quantity()).sum())
                    .isZero();
        }
    }

    @Property
    void a_whole_is_cut_without_a_remainder_and_no_part_is_off_by_a_unit(
            @ForAll @Size(min = 1, max = 9) List<@Scale(4) BigDecimal> exact, @ForAll @IntRange(max = 3) int decimals) {
        BigDecimal total = exact.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(decimals, java.math.RoundingMode.HALF_UP);
        List<BigDecimal> parts = LargestRemainder.round(total, exact);
        assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(total);
        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i).subtract(exact.get(i)).abs())
                    .isLessThanOrEqualTo(BigDecimal.ONE.movePointLeft(decimals));
        }
    }

    private static Map<String, Quarter> distinct(List<Quarter> said) {
        Map<String, Quarter> once = new HashMap<>();
        said.forEach(quarter -> once.put(quarter.meter() + quarter.start(), quarter));
        return once;
    }
}

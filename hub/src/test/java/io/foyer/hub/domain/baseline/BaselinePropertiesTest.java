package io.foyer.hub.domain.baseline;

import static io.foyer.hub.domain.baseline.Weeks.MONDAY;
import static io.foyer.hub.domain.baseline.Weeks.NO_HOLIDAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BaselinePropertiesTest {
    private static final LocalDate END = MONDAY.plusWeeks(6);

    /** An office with people, scatter, unknown hours and gross errors. */
    private static double[] use(long seed, DoubleUnaryOperator change) {
        Random random = new Random(seed);
        double[] people = people(seed);
        double[] use = new double[24 * 42];
        for (int i = 0; i < use.length; i++) {
            double gross = random.nextInt(50) == 0 ? 100 : 0;
            double value = 20 + Weeks.office(i / 24, i % 24) + people[i] / 3 + random.nextGaussian() + gross;
            use[i] = random.nextInt(40) == 0 ? Double.NaN : change.applyAsDouble(value);
        }
        return use;
    }

    private static double[] people(long seed) {
        Random random = new Random(seed + 1);
        double[] people = new double[24 * 42];
        Arrays.setAll(people, i -> 10 + random.nextInt(20));
        return people;
    }

    private static Baseline learned(double[] use, double[] people) {
        return Baseline.learn(new HourTable(MONDAY, use), new HourTable(MONDAY, people), NO_HOLIDAYS, MONDAY, END)
                .orElseThrow();
    }

    @Property(tries = 30)
    void another_unit_changes_the_unit_alone(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @DoubleRange(min = 0.01, max = 1e6) double unit) {
        Baseline one = learned(use(seed, value -> value), people(seed));
        Baseline other = learned(use(seed, value -> value * unit), people(seed));
        for (int hour = 0; hour < 168; hour++) {
            double expected = one.expected(END.plusDays(hour / 24), hour % 24, 12);
            assertThat(other.expected(END.plusDays(hour / 24), hour % 24, 12))
                    .isCloseTo(expected * unit, within(expected * unit * 1e-6));
        }
        assertThat(other.fit().cvRmse()).isCloseTo(one.fit().cvRmse(), within(1e-6));
        assertThat(other.fit().nmbe()).isCloseTo(one.fit().nmbe(), within(1e-6));
        assertThat(other.fit().dayLag()).isCloseTo(one.fit().dayLag(), within(1e-6));
    }

    @Property(tries = 30)
    void a_constant_use_more_is_expected_more(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @DoubleRange(min = 0, max = 1_000) double more) {
        Baseline one = learned(use(seed, value -> value), people(seed));
        Baseline other = learned(use(seed, value -> value + more), people(seed));
        for (int hour = 0; hour < 168; hour++) {
            assertThat(other.expected(END.plusDays(hour / 24), hour % 24, 12))
                    .isCloseTo(one.expected(END.plusDays(hour / 24), hour % 24, 12) + more, within(1e-5));
        }
        assertThat(other.fit().perPerson()).isCloseTo(one.fit().perPerson(), within(1e-5));
    }

    @Property(tries = 30)
    void people_counted_twice_change_nothing_but_what_one_of_them_uses(@ForAll @IntRange(max = 1_000_000) int seed) {
        double[] people = people(seed);
        Baseline one = learned(use(seed, value -> value), people);
        Baseline other = learned(
                use(seed, value -> value),
                Arrays.stream(people).map(each -> 2 * each).toArray());
        assertThat(other.fit().perPerson()).isCloseTo(one.fit().perPerson() / 2, within(1e-6));
        assertThat(other.fit().cvRmse()).isCloseTo(one.fit().cvRmse(), within(1e-6));
        assertThat(other.expected(END, 9, 24)).isCloseTo(one.expected(END, 9, 12), within(1e-5));
    }

    @Property(tries = 30)
    void a_band_holds_what_is_expected_and_is_not_negative(@ForAll @IntRange(max = 1_000_000) int seed) {
        Baseline baseline = learned(use(seed, value -> value), people(seed));
        for (int hour = 0; hour < 168; hour++) {
            assertThat(baseline.band(
                            Weeks.MONDAY.atStartOfDay(Weeks.ZONE).toInstant(),
                            END.atStartOfDay().plusHours(hour),
                            HourTable.empty()))
                    .isPresent();
        }
    }

    @Property(tries = 15)
    void another_unit_finds_the_same_anomalies(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(min = 2, max = 100_000) int unit) {
        assertThat(anomalies(seed, 1_000.0 * unit)).isEqualTo(anomalies(seed, 1_000));
    }

    /** Eighteen weeks with a hundred gross errors. */
    private static List<String> anomalies(long seed, double unit) {
        Random random = new Random(seed);
        double[] use = new double[24 * 7 * 18];
        for (int i = 0; i < use.length; i++) {
            double gross = random.nextInt(30) == 0 ? 20 : 0;
            use[i] = unit * (Weeks.office(i / 24, i % 24) + random.nextDouble() + gross);
        }
        MeterFacts facts = Weeks.facts(new HourTable(MONDAY, use), HourTable.empty());
        return AnomalySearch.of(facts, MONDAY.plusWeeks(17), MONDAY.plusWeeks(18)).stream()
                .map(one -> one.from() + " " + one.until() + " " + one.cause())
                .toList();
    }
}

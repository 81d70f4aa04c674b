package io.foyer.hub.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.energy.SharedData;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BaselineBacktestTest {
    private record Scores(FaultScore hub, FaultScore plain) {
        static Scores of(LongFunction<MeterYear> years) {
            Scores scores = new Scores(new FaultScore(), new FaultScore());
            LongStream.range(BaselineBacktest.FIRST_OFFICE, BaselineBacktest.FIRST_OFFICE + 4)
                    .forEach(seed -> {
                        FaultyYear faulty = FaultyYear.of(years.apply(seed), seed);
                        scores.hub.add(faulty.faults(), BaselineBacktest.told(faulty.year()));
                        scores.plain.add(faulty.faults(), WeekAgoRule.told(faulty.year()));
                    });
            return scores;
        }
    }

    @Test
    void of_an_office_nearly_all_faults_are_told_and_named_and_little_else() {
        Scores scores = Scores.of(MeterYear::office);
        assertThat(scores.hub.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(scores.hub.precision()).isGreaterThanOrEqualTo(0.8);
        assertThat(scores.hub.naming()).isGreaterThanOrEqualTo(0.85);
        assertThat(scores.plain.recall()).isLessThan(0.75);
        assertThat(scores.plain.precision()).isLessThan(0.65);
    }

    @Test
    void of_a_recorded_plant_more_faults_are_told_and_less_else_than_by_the_plain_rule() throws IOException {
        MeterYear plant = MeterYear.read(SharedData.file("steel-15min.csv"));
        assertThat(Arrays.stream(plant.values()).sum()).isCloseTo(959_636.71, within(0.01));
        Scores scores = Scores.of(seed -> plant);
        assertThat(scores.hub.recall()).isGreaterThan(scores.plain.recall());
        assertThat(scores.hub.precision()).isGreaterThan(scores.plain.precision());
    }

    @Test
    void a_month_is_told_from_nothing_but_the_days_before_it() throws IOException {
        MeterYear plant = MeterYear.read(SharedData.file("steel-15min.csv"));
        double[] hours = plant.values();
        Arrays.fill(hours, 24 * 59, hours.length, 0); // all from March on
        MeterYear cut = new MeterYear(plant.first(), MeterYear.boxed(hours), plant.spread(), plant.calendar());
        assertThat(BaselineBacktest.misses(cut).get(1).expected())
                .isEqualTo(BaselineBacktest.misses(plant).get(1).expected());
        assertThat(BaselineBacktest.misses(plant)).hasSize(11);
    }
}

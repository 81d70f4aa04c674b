package io.foyer.hub.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.energy.SharedData;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ForecastBacktestTest {
    private static DoorCounts counts;

    @BeforeAll
    static void read() throws IOException {
        counts = DoorCounts.read(SharedData.file("calit2-people-counts.csv"));
    }

    @Test
    void the_recorded_house_is_never_negative_and_empty_every_morning() {
        double[] inside = counts.afterwards();
        assertThat(inside).hasSize(105 * 96);
        for (int at = 0; at < inside.length; at++) {
            assertThat(inside[at]).isNotNegative();
            if (at % 96 == 15) {
                assertThat(inside[at]).as("day " + at / 96).isLessThan(1);
            }
        }
    }

    @Test
    void a_forecast_errs_a_fifth_less_than_the_same_hour_of_the_last_weeks_and_knows_how_much_it_errs() {
        ForecastBacktest backtest = new ForecastBacktest(counts);
        backtest.run();
        assertThat(backtest.all.lessThanLastWeek()).isGreaterThan(0.2);
        assertThat(backtest.all.lessThanFourWeeks()).isGreaterThan(0.2);
        assertThat(backtest.all.coverage()).isBetween(0.77, 0.85);
        // Of weeks that had no say in its making, in which the house was in change.
        assertThat(backtest.unseen.lessThanLastWeek()).isGreaterThan(0.15);
        assertThat(backtest.unseen.lessThanFourWeeks()).isGreaterThan(0.15);
        assertThat(backtest.unseen.coverage()).isBetween(0.77, 0.83);
        assertThat(backtest.said()).isCloseTo(backtest.all.error(), within(0.5));
    }
}

package io.foyer.hub.domain.baseline;

import static io.foyer.hub.domain.baseline.Weeks.MONDAY;
import static io.foyer.hub.domain.baseline.Weeks.ZONE;
import static io.foyer.hub.domain.baseline.Weeks.facts;
import static io.foyer.hub.domain.baseline.Weeks.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.energy.MeterUse.MeterDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineCourseTest {
    private static final LocalDate MEASURE = MONDAY.plusWeeks(13);

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    @Test
    void a_saving_is_what_was_expected_less_what_was_used() {
        HourTable use = table(
                7 * 15, (day, hour) -> Weeks.office(day, hour) * (day < 91 ? 1 : 0.8) + Weeks.scatter(day, hour) / 10);
        BaselineCourse course =
                BaselineCourse.of(facts(use, HourTable.empty()), midnight(MEASURE), midnight(MEASURE.plusWeeks(3)));
        assertThat(course.items()).hasSize(3 * 7 * 24);
        // 50 working hours of 10 and 118 others of 2 a week; the third week is not measured yet.
        assertThat(course.saving().expected()).isCloseTo(2 * 736, within(5.0));
        assertThat(course.saving().quantity()).isCloseTo(2 * 736 * 0.2, within(5.0));
        assertThat(course.saving().uncertainty()).isBetween(1.0, 20.0);
        assertThat(course.closing()).isNull();
    }

    @Test
    void a_band_holds_nine_hours_of_ten() {
        Random random = new Random(1);
        HourTable use = table(7 * 26, (day, hour) -> 5 + Weeks.office(day, hour) + random.nextGaussian());
        BaselineCourse course =
                BaselineCourse.of(facts(use, HourTable.empty()), midnight(MEASURE), midnight(MEASURE.plusWeeks(13)));
        long held = IntStream.range(0, course.items().size())
                .filter(i -> {
                    double used = use.at(MEASURE.plusDays(i / 24), i % 24);
                    HourBand band = course.items().get(i);
                    return band.low() <= used && used <= band.high();
                })
                .count();
        assertThat(held / (double) course.items().size()).isBetween(0.88, 0.92);
    }

    @Test
    void a_changed_factor_ends_it_and_the_next_one_begins_the_day_after() {
        Instant change = midnight(MEASURE).plusSeconds(36_000);
        StaticChange larger = new StaticChange(change, StaticFactor.AREA, "100.0", "200.0");
        HourTable use = table(7 * 30, Weeks::office);
        MeterFacts facts = facts(use, HourTable.empty(), larger);
        BaselineCourse before = BaselineCourse.of(facts, midnight(MEASURE), midnight(MEASURE.plusDays(2)));
        assertThat(before.items()).hasSize(10);
        assertThat(before.closing()).isEqualTo(larger);
        assertThat(larger.text().en()).isEqualTo("the area in m² changed from 100.0 to 200.0");
        BaselineCourse tooEarly =
                BaselineCourse.of(facts, midnight(MEASURE.plusDays(21)), midnight(MEASURE.plusDays(23)));
        assertThat(tooEarly.items()).isEmpty();
        assertThat(tooEarly.fit()).isNull();
        assertThat(tooEarly.closing()).isEqualTo(larger);
        BaselineCourse after = BaselineCourse.of(facts, midnight(MEASURE.plusDays(22)), midnight(MEASURE.plusDays(23)));
        assertThat(after.items()).hasSize(24);
        assertThat(after.learnedFrom()).isEqualTo(MEASURE.plusDays(1));
        assertThat(after.closing()).isNull();
    }

    @Test
    void what_was_spread_or_may_be_part_of_a_day_is_not_known() {
        List<Long> ten = Collections.nCopies(24, 10L);
        List<MeterDay> days = List.of(
                new MeterDay(MONDAY, ten, 0),
                new MeterDay(MONDAY.plusDays(1), ten, 0),
                new MeterDay(MONDAY.plusDays(2), ten, 96),
                new MeterDay(MONDAY.plusDays(3), ten, 0),
                new MeterDay(MONDAY.plusDays(5), ten, 0),
                new MeterDay(MONDAY.plusDays(6), ten, 0));
        HourTable use = HourTable.ofUse(days, ZONE, midnight(MONDAY.plusDays(6)).plusSeconds(5 * 3_600 + 900));
        assertThat(IntStream.range(0, 7).filter(day -> use.at(MONDAY.plusDays(day), 4) == 10))
                .containsExactly(1, 6);
        assertThat(use.at(MONDAY.plusDays(6), 5))
                .as("the hour that is under way")
                .isNaN();
    }

    @Test
    void an_hour_that_a_change_of_clocks_leaves_out_or_repeats_is_not_known() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDate spring = LocalDate.parse("2026-03-29");
        List<MeterDay> days = IntStream.rangeClosed(-1, 1)
                .mapToObj(day -> new MeterDay(spring.plusDays(day), Collections.nCopies(24, 10L), 0))
                .toList();
        HourTable use = HourTable.ofUse(days, berlin, Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(use.at(spring, 2)).isNaN();
        assertThat(use.at(spring, 3)).isEqualTo(10);
    }
}

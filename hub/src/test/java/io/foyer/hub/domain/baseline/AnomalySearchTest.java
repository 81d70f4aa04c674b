package io.foyer.hub.domain.baseline;

import static io.foyer.hub.domain.baseline.Weeks.MONDAY;
import static io.foyer.hub.domain.baseline.Weeks.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.foyer.hub.domain.baseline.Weeks.HourValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eighteen weeks of an office with 5 % of chance; what happens on a Wednesday of the eighteenth, and on a Sunday. */
class AnomalySearchTest {
    private static final int WEDNESDAY = 7 * 17 + 2;
    private static final int SUNDAY = WEDNESDAY + 4;
    private static final LocalDate FROM = MONDAY.plusWeeks(17);
    private static final LocalDate UNTIL = MONDAY.plusWeeks(18);

    /** By day and hour, in Wh. */
    private static HourTable year(HourValue change) {
        Random random = new Random(5);
        return Weeks.table(
                7 * 22,
                (day, hour) ->
                        1_000 * (Weeks.office(day, hour) * (1 + 0.05 * random.nextGaussian()) + change.of(day, hour)));
    }

    private static List<Anomaly> found(HourTable use, StaticChange... changes) {
        return AnomalySearch.of(Weeks.facts(use, HourTable.empty(), changes), FROM, UNTIL);
    }

    private static Instant at(int day, int hour) {
        return MONDAY.plusDays(day).atStartOfDay().plusHours(hour).atZone(ZONE).toInstant();
    }

    private static void assertOne(HourValue change, AnomalyCause cause, Instant from, Instant until) {
        List<Anomaly> found = found(year(change));
        assertThat(found).as(cause.name()).hasSize(1);
        assertThat(found.get(0).cause()).isEqualTo(cause);
        assertThat(found.get(0).from()).isEqualTo(from);
        assertThat(found.get(0).until()).isEqualTo(until);
    }

    @Test
    void usual_weeks_are_not_told() {
        assertThat(found(year((day, hour) -> 0))).isEmpty();
    }

    @Test
    void one_high_hour_is_a_spike() {
        assertOne(
                (day, hour) -> day == WEDNESDAY && hour == 14 ? 30 : 0,
                AnomalyCause.SPIKE,
                at(WEDNESDAY, 14),
                at(WEDNESDAY, 15));
    }

    @Test
    void a_light_that_burns_all_night_was_left_on() {
        assertOne(
                (day, hour) -> day == WEDNESDAY && hour >= 18 || day == WEDNESDAY + 1 && hour < 8 ? 6 : 0,
                AnomalyCause.LEFT_ON,
                at(WEDNESDAY, 18),
                at(WEDNESDAY + 1, 8));
    }

    @Test
    void a_register_that_stands_still_is_stuck() {
        List<Anomaly> found = found(Weeks.table(
                7 * 18,
                (day, hour) -> day == WEDNESDAY && hour >= 9 && hour < 15 ? 0 : 1_000 * Weeks.office(day, hour)));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).cause()).isEqualTo(AnomalyCause.STUCK);
        assertThat(found.get(0).from()).isEqualTo(at(WEDNESDAY, 9));
        assertThat(found.get(0).until()).isEqualTo(at(WEDNESDAY, 15));
        assertThat(found.get(0).quantity()).isEqualTo(-60_000);
    }

    @Test
    void a_thousandfold_is_a_wrong_unit() {
        assertOne(
                (day, hour) -> day == WEDNESDAY && hour < 3 ? 2_000 : 0,
                AnomalyCause.WRONG_UNIT,
                at(WEDNESDAY, 0),
                at(WEDNESDAY, 3));
    }

    @Test
    void a_sunday_like_a_working_day_is_a_day_off_that_was_missed() {
        assertOne(
                (day, hour) -> day == SUNDAY && hour >= 8 && hour < 18 ? 8 : 0,
                AnomalyCause.DAY_OFF_MISSED,
                at(SUNDAY, 8),
                at(SUNDAY, 18));
    }

    @Test
    void a_wednesday_like_a_sunday_is_a_holiday_that_nobody_told() {
        assertThat(found(year((day, hour) -> day == WEDNESDAY && hour >= 8 && hour < 18 ? -8 : 0)))
                .extracting(Anomaly::cause)
                .containsExactly(AnomalyCause.WORKDAY_MISSED);
    }

    @Test
    void the_same_more_in_every_hour_always_runs() {
        assertThat(found(year((day, hour) -> day >= WEDNESDAY ? 2 : 0)))
                .extracting(Anomaly::cause, Anomaly::from)
                .containsExactly(tuple(AnomalyCause.BASE_LOAD, at(WEDNESDAY, 0)));
    }

    @Test
    void a_day_that_was_spread_is_a_gap() {
        HourTable use = year((day, hour) -> 0);
        use.forget(MONDAY.plusDays(WEDNESDAY));
        MeterFacts facts = new MeterFacts(
                use,
                Map.of(MONDAY.plusDays(WEDNESDAY), 128_000L),
                HourTable.empty(),
                Weeks.NO_HOLIDAYS,
                ZONE,
                List.of());
        List<Anomaly> found = AnomalySearch.of(facts, FROM, UNTIL);
        assertThat(found).extracting(Anomaly::cause).containsExactly(AnomalyCause.GAP);
        assertThat(found.get(0).from()).isEqualTo(at(WEDNESDAY, 0));
        assertThat(found.get(0).until()).isEqualTo(at(WEDNESDAY + 1, 0));
        assertThat(found.get(0).quantity()).isBetween(-3_000L, 3_000L);
    }

    @Test
    void what_lasts_for_four_weeks_is_usual_from_then_on() {
        HourTable use =
                Weeks.table(7 * 40, (day, hour) -> 1_000 * Weeks.office(day, hour) * (day >= WEDNESDAY ? 2 : 1));
        MeterFacts facts = Weeks.facts(use, HourTable.empty());
        List<Anomaly> found = AnomalySearch.of(facts, FROM, MONDAY.plusWeeks(40));
        assertThat(found).extracting(Anomaly::cause).containsExactly(AnomalyCause.DOUBLED);
        assertThat(found.get(0).until()).isBefore(at(WEDNESDAY + 70, 0));
    }

    @Test
    void after_a_changed_factor_three_weeks_are_learned_before_anything_is_told() {
        StaticChange larger = new StaticChange(at(WEDNESDAY, 9), StaticFactor.AREA, "100.0", "200.0");
        assertThat(found(year((day, hour) -> day >= WEDNESDAY ? 5 : 0), larger)).isEmpty();
    }

    @Test
    void a_meter_that_was_never_used_is_told_when_it_is() {
        List<Anomaly> found = found(Weeks.table(7 * 18, (day, hour) -> day == WEDNESDAY && hour == 9 ? 5 : 0));
        assertThat(found).extracting(Anomaly::cause, Anomaly::quantity).containsExactly(tuple(AnomalyCause.SPIKE, 5L));
    }

    @Test
    void an_answer_does_not_depend_on_days_after_it() {
        HourTable use = year((day, hour) -> day == WEDNESDAY && hour == 14 ? 30 : 0);
        HourTable later = year((day, hour) -> day == WEDNESDAY && hour == 14 || day > WEDNESDAY + 4 ? 30 : 0);
        assertThat(found(later)).isEqualTo(found(use));
    }
}

package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.HouseDay.DayAct;
import io.foyer.hub.domain.HouseDay.DayEvent;
import io.foyer.hub.domain.HouseDay.DayResult;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** A site asks for a tick when time has work for it, and never too late. */
class DeadlinesPropertiesTest {

    @Property(tries = 8)
    void a_day_with_a_tick_at_each_deadline_is_the_day_with_a_tick_each_second(@ForAll("days") List<DayEvent> day) {
        DayResult each = HouseDay.live(day, true);
        DayResult due = HouseDay.live(day, false);

        assertThat(due.moments()).containsExactlyElementsOf(each.moments());
        assertThat(due.doors()).isEqualTo(each.doors());
        assertThat(due.zones()).isEqualTo(each.zones());
    }

    @Provide
    Arbitrary<List<DayEvent>> days() {
        Arbitrary<DayAct> acts = Arbitraries.frequency(
                Tuple.of(20, DayAct.SWIPE),
                Tuple.of(8, DayAct.PIN),
                Tuple.of(3, DayAct.CARRIED_SWIPE),
                Tuple.of(12, DayAct.OPENING),
                Tuple.of(8, DayAct.CLOSING),
                Tuple.of(12, DayAct.LOGIN),
                Tuple.of(3, DayAct.LOSS),
                Tuple.of(4, DayAct.GOODBYE),
                Tuple.of(3, DayAct.HANG_UP),
                Tuple.of(2, DayAct.ONLINE),
                Tuple.of(2, DayAct.OFFLINE),
                Tuple.of(25, DayAct.OBSERVATION),
                Tuple.of(6, DayAct.OLD_OBSERVATION),
                Tuple.of(5, DayAct.TOTALS),
                Tuple.of(6, DayAct.OVERRIDE),
                Tuple.of(2, DayAct.RESUMPTION),
                Tuple.of(1, DayAct.LOCKDOWN),
                Tuple.of(2, DayAct.LOCKDOWN_END),
                Tuple.of(1, DayAct.RELEASE),
                Tuple.of(3, DayAct.RELEASE_END),
                Tuple.of(1, DayAct.LAST_DAY),
                Tuple.of(1, DayAct.SUSPENSION),
                Tuple.of(2, DayAct.COUNT),
                Tuple.of(2, DayAct.SITE_FILE));
        return Combinators.combine(upTo(HouseDay.SECONDS - 1), acts, upTo(99), upTo(99), upTo(99))
                .as(DayEvent::new)
                .list()
                .ofMinSize(80)
                .ofMaxSize(300)
                .map(events -> events.stream()
                        .sorted(Comparator.comparingInt(DayEvent::second))
                        .toList());
    }

    private static Arbitrary<Integer> upTo(int most) {
        return Arbitraries.integers().between(0, most).withDistribution(RandomDistribution.uniform());
    }
}

package io.foyer.hub.domain.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.occupancy.HouseDay.Happening;
import io.foyer.hub.domain.occupancy.HouseDay.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** A day comes to the same end when it is played again, from wherever the hub starts again. */
class ReplayPropertiesTest {

    @Property
    @Domain(HouseDays.class)
    void a_day_played_again_is_the_same_day(@ForAll List<Signal> day) {
        HouseDay once = new HouseDay().play(day, house -> {});
        HouseDay again = new HouseDay().play(day, house -> {});
        assertThat(again.building.occupancy.all()).isEqualTo(once.building.occupancy.all());
        assertThat(again.building.points).isEqualTo(once.building.points);
        assertThat(again.building.balances).isEqualTo(once.building.balances);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Domain(HouseDays.class)
    void a_hub_that_starts_again_after_every_signal_goes_on_as_if_it_had_not(@ForAll List<Signal> day) {
        List<Signal> signals = day.stream()
                .filter(signal -> signal.what() != Happening.RESTART)
                .map(ReplayPropertiesTest::aSecondLater)
                .toList();
        HouseDay once = new HouseDay();
        HouseDay again = new HouseDay();
        for (Signal signal : signals) {
            once.play(List.of(signal), house -> {});
            again.play(List.of(signal), HouseDay::restart);
            if (once.building.faults.values().stream()
                    .anyMatch(fault -> fault.kind().isDisbelieved())) {
                return; // how often a sensor changed or broke off is forgotten at a restart
            }
            assertThat(counts(again)).as("%s", signal).isEqualTo(counts(once));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Domain(HouseDays.class)
    void a_hub_that_starts_again_after_every_live_count_writes_the_same_history(@ForAll List<Signal> day) {
        List<Signal> counts = day.stream()
                .filter(signal -> signal.what() == Happening.COUNT && signal.late() == 0)
                .map(ReplayPropertiesTest::aSecondLater)
                .toList();
        HouseDay once = new HouseDay().play(counts, house -> {});
        HouseDay again = new HouseDay().play(counts, HouseDay::restart);
        assertThat(again.building.points).isEqualTo(once.building.points);
    }

    /** Without what fractions make of them: the sum of a second's passages is rounded otherwise where it is interrupted. */
    private static List<String> counts(HouseDay house) {
        return house.building.occupancy.all().stream()
                .map(zone -> zone.zone() + " " + zone.count() + " " + zone.own() + " " + zone.state())
                .toList();
    }

    /** No hub starts again within the second in which it ended. */
    private static Signal aSecondLater(Signal one) {
        return new Signal(one.what(), one.device(), one.in(), one.out(), one.gap() + 1_000, one.late() % 60);
    }

    /** What several devices tell in one second. */
    @Provide
    Arbitrary<List<List<Signal>>> seconds() {
        Arbitrary<Signal> signal = Combinators.combine(
                        Arbitraries.of(HouseDays.devices()),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 999))
                .as((device, in, out, milli) -> new Signal(Happening.COUNT, device, in, out, milli, 0));
        return signal.list().uniqueElements(Signal::device).ofMaxSize(5).list().ofMaxSize(25);
    }

    @Property
    @Domain(DomainContext.Global.class)
    void the_order_of_arrival_within_a_second_does_not_change_the_end_of_the_day(
            @ForAll("seconds") List<List<Signal>> seconds, @ForAll Random random) {
        HouseDay once = new HouseDay();
        HouseDay other = new HouseDay();
        Instant second = Building.minute(0);
        for (List<Signal> signals : seconds) {
            second = second.plusSeconds(1 + random.nextInt(300));
            List<Signal> shuffled = new ArrayList<>(signals);
            Collections.shuffle(shuffled, random);
            tell(once, second, signals);
            tell(other, second, shuffled);
            assertThat(other.building.balances.values()).containsExactlyElementsOf(once.building.balances.values());
            assertThat(shown(other)).isEqualTo(shown(once));
        }
    }

    /** Without accuracy, which goes with the next change of a zone: that may be one within the same second or not. */
    private static List<ZoneCount> shown(HouseDay house) {
        return house.building.occupancy.all().stream()
                .map(zone -> zone.with(null))
                .toList();
    }

    private static void tell(HouseDay house, Instant second, List<Signal> signals) {
        house.pass(second.plusSeconds(1));
        signals.forEach(signal -> house.hear(signal, second.plusMillis(signal.gap())));
    }
}

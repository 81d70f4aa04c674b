package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.HouseDay.Happening;
import io.foyer.hub.domain.occupancy.HouseDay.Signal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Short days of a {@link HouseDay}. */
class HouseDays extends DomainContextBase {
    private static final long MINUTE = 60_000;

    static List<String> devices() {
        List<String> devices = new ArrayList<>(HouseDay.LINES);
        devices.addAll(HouseDay.CAMERAS);
        devices.addAll(HouseDay.SEATS);
        return devices;
    }

    @Provide
    Arbitrary<List<Signal>> days() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(12, Arbitraries.just(Happening.COUNT)),
                                Tuple.of(5, Arbitraries.of(Happening.class))),
                        Arbitraries.of(devices()),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.longs().between(0, 999)),
                                Tuple.of(9, Arbitraries.longs().between(1_000, 5 * MINUTE)),
                                Tuple.of(2, Arbitraries.longs().between(20 * MINUTE, 90 * MINUTE)),
                                Tuple.of(1, Arbitraries.longs().between(5 * 60 * MINUTE, 20 * 60 * MINUTE))),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(1, 200))))
                .as(Signal::new)
                .list()
                .ofMaxSize(60);
    }
}

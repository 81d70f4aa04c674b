package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Repairs of the ledger in PostgreSQL, between readings in time and late ones, and restarts. */
class RepairPropertiesTest {
    private static final Instant START = NOON.minus(Duration.ofHours(30));
    private static final int READINGS = 24;
    private static Shared shared;

    @BeforeContainer
    static void open() {
        shared = new Shared();
    }

    @AfterContainer
    static void close() throws Exception {
        shared.close();
    }

    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.shuffle(IntStream.range(0, READINGS).boxed().toList());
    }

    /** What happens after each reading, by the last digit: nothing (0 to 5), a restart, a repair less, or a repair. */
    @Provide
    Arbitrary<List<Integer>> events() {
        return Arbitraries.integers().between(0, 120).list().ofSize(READINGS);
    }

    private static Reading reading(int number) {
        return new Reading(START.plus(Duration.ofMinutes(71L * number)), 1_000_000L + 7_777L * number * number);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void a_repair_and_its_undoing_change_nothing(
            @ForAll("orders") List<Integer> order, @ForAll("events") List<Integer> events) {
        KeptMeter plain = new KeptMeter(shared);
        KeptMeter repaired = new KeptMeter(shared);
        for (int i = 0; i < READINGS; i++) {
            plain.hear(reading(order.get(i)));
            repaired.hear(reading(order.get(i)));
            happen(repaired, events.get(i), i);
        }
        assertRepairsStand(repaired);
        repaired.repairs().forEach(repaired::takeBack);
        assertThat(repaired.quarters()).isEqualTo(plain.quarters());
        assertThat(repaired.days()).isEqualTo(plain.days());
        assertThat(repaired.today()).isEqualTo(plain.today());
        repaired.restart();
        assertThat(repaired.today()).isEqualTo(plain.today());
    }

    private static void happen(KeptMeter meter, int event, int number) {
        List<Repair> repairs = meter.repairs();
        if (event % 10 == 6) {
            meter.restart();
        } else if (event % 10 >= 8) {
            Instant from = Quarters.startOf(START).plus(Quarters.LENGTH.multipliedBy(event));
            Instant to = from.plus(Quarters.LENGTH.multipliedBy(1 + event % 7));
            meter.repair("r-" + number, from, to.isAfter(NOON) ? NOON : to, 1_000L * event + 1);
        } else if (event % 10 == 7 && !repairs.isEmpty()) {
            meter.takeBack(repairs.get(event % repairs.size()));
        }
    }

    private static void assertRepairsStand(KeptMeter meter) {
        for (Repair repair : meter.repairs()) {
            assertThat(meter.quantity(repair.from(), repair.to())).isEqualTo(repair.quantity());
        }
        Instant midnight = NOON.minus(Duration.ofHours(12));
        assertThat(meter.today()).isEqualTo(meter.quantity(midnight, midnight.plus(Duration.ofDays(1))));
    }
}

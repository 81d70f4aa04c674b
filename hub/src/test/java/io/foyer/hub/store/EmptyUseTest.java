package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.EnergyChange.QuarterUpdate;
import io.foyer.hub.domain.OccupancyChange.CountRecord;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.performance.EmptyUse;
import io.foyer.hub.domain.performance.PriceSteps;
import io.foyer.hub.domain.performance.WasteGroup;
import io.foyer.hub.domain.performance.WasteQuestion;
import io.foyer.hub.store.SharedStore.Shared;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What meters used while nobody was there, beside the same worked out point by point. */
@ExtendWith(SharedStore.class)
class EmptyUseTest {
    private static final int QUARTERS = 200;

    private final Shared shared;
    private final String site;
    private final List<CountPoint> points = new ArrayList<>();
    private final List<Long> net = new ArrayList<>();

    EmptyUseTest(Shared shared) {
        this.shared = shared;
        this.site = shared.newSite();
    }

    private static Instant start(int quarter) {
        return NOON.plus(Quarters.LENGTH.multipliedBy(quarter));
    }

    private void live() {
        Random random = new Random(3);
        for (Instant at = start(-3); at.isBefore(start(QUARTERS)); at = at.plusSeconds(random.nextInt(9_000))) {
            Integer count = random.nextInt(6) == 0 ? null : Math.max(0, random.nextInt(4) - 2);
            points.add(new CountPoint("lounge", at, count, 0, 0));
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < QUARTERS; i++) {
            long main = 500 + random.nextInt(500);
            long light = random.nextInt(400);
            net.add(main - light);
            changes.add(new QuarterUpdate(new Quarter("main", start(i), main, false)));
            changes.add(new QuarterUpdate(new Quarter("light", start(i), light, false)));
        }
        points.forEach(point -> await(shared.journal.commit(batch(entry(site, new CountRecord(point))))));
        await(shared.journal.commit(batch(entry(site, changes.toArray(Change[]::new)))));
    }

    private boolean isEmpty(int quarter) {
        for (Instant at = start(quarter); at.isBefore(start(quarter + 1)); at = at.plusSeconds(1)) {
            Instant now = at;
            CountPoint last = points.stream()
                    .filter(point -> !point.at().isAfter(now))
                    .reduce((before, later) -> later)
                    .orElseThrow();
            if (last.count() == null || last.count() > 0) {
                return false;
            }
        }
        return true;
    }

    @Test
    void quarter_hours_throughout_which_nobody_was_there_are_added_up_price_by_price() {
        live();
        WasteQuestion question = new WasteQuestion(
                List.of(new WasteGroup("lounge", null, Map.of("main", 1, "light", -1))),
                null,
                new PriceSteps(
                        List.of(start(0), start(70), start(120)),
                        List.of(0, 1, 0),
                        List.of(BigDecimal.ONE, BigDecimal.TEN)));
        List<Integer> empty =
                IntStream.range(0, QUARTERS).filter(this::isEmpty).boxed().toList();
        List<Long> sorted = empty.stream().map(net::get).sorted().toList();
        long standby = sorted.get((int) Math.ceil(0.1 * sorted.size()) - 1);
        assertThat(empty).hasSizeBetween(20, 150);

        assertThat(await(shared.database.archive().emptyUse(site, question, start(0), start(QUARTERS))))
                .containsExactly(use(0, empty, standby), use(1, empty, standby));
        assertThat(await(shared.database.archive().emptyUse("elsewhere", question, start(0), start(QUARTERS))))
                .isEmpty();
    }

    private EmptyUse use(int price, List<Integer> empty, long standby) {
        List<Integer> all = IntStream.range(0, QUARTERS)
                .filter(i -> (i >= 70 && i < 120) == (price == 1))
                .boxed()
                .toList();
        List<Integer> own = all.stream().filter(empty::contains).toList();
        return new EmptyUse(
                0,
                price,
                all.stream().mapToLong(net::get).sum(),
                own.stream().mapToLong(net::get).sum(),
                own.stream().mapToLong(i -> Math.max(0, net.get(i) - standby)).sum());
    }

    @Test
    void each_meter_is_added_up_over_days() {
        live();
        assertThat(await(shared.database
                        .archive()
                        .useByMeter(
                                site,
                                Set.of("main", "light", "none"),
                                LocalDate.parse("2020-01-01"),
                                LocalDate.parse("2040-01-01"))))
                .containsOnlyKeys("main", "light")
                .satisfies(used -> assertThat(used.get("main") - used.get("light"))
                        .isEqualTo(net.stream().mapToLong(Long::longValue).sum()));
    }
}

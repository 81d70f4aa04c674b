package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.EnergyChange.QuarterUpdate;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.MeterUse.MonthUse;
import io.foyer.hub.domain.energy.MeterUse.WeekdayUse;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.site.Archive;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The days of meters say what their quarter-hours say, after whatever has been written. */
@ExtendWith(SharedStore.class)
class MeterDaysTest {
    private static final Instant START = Instant.parse("2026-10-20T00:00:00Z");
    private static final int QUARTERS = 4 * 24 * 20;
    private static final LocalDate FROM = LocalDate.parse("2026-10-01");
    private static final LocalDate TO = LocalDate.parse("2026-12-01");

    private final Shared shared;
    private final Archive archive;
    private final String site;
    private final Map<String, Quarter> last = new HashMap<>();

    MeterDaysTest(Shared shared) {
        this.shared = shared;
        this.archive = shared.database.archive();
        this.site = shared.newSite();
    }

    private void write(Quarter... quarters) {
        List<Change> changes = new ArrayList<>();
        for (Quarter quarter : quarters) {
            changes.add(new QuarterUpdate(quarter));
            last.put(quarter.meter() + quarter.start(), quarter);
        }
        await(shared.journal.commit(batch(entry(site, changes.toArray(Change[]::new)))));
    }

    private static Quarter quarter(String meter, int index, long quantity, boolean estimated) {
        return new Quarter(meter, START.plus(Quarters.LENGTH.multipliedBy(index)), quantity, estimated);
    }

    private void someQuarters() {
        Random random = new Random(7);
        for (int batch = 0; batch < 12; batch++) {
            Quarter[] quarters = new Quarter[40];
            for (int i = 0; i < quarters.length; i++) {
                String meter = random.nextBoolean() ? "main" : "light";
                quarters[i] = quarter(meter, random.nextInt(QUARTERS), random.nextInt(1_000), random.nextInt(9) == 0);
            }
            write(quarters);
        }
    }

    private void assertDaysAreTheirQuarters(ZoneId zone) {
        Map<YearMonth, Long> months = new HashMap<>();
        Map<DayOfWeek, long[]> weekdays = new HashMap<>();
        last.values().forEach(quarter -> {
            ZonedDateTime local = quarter.start().atZone(zone);
            months.merge(YearMonth.from(local), quarter.quantity(), Long::sum);
            weekdays.computeIfAbsent(local.getDayOfWeek(), day -> new long[24])[local.getHour()] += quarter.quantity();
        });
        Set<String> both = Set.of("main", "light");
        List<MonthUse> byMonth = await(archive.useByMonth(site, both, FROM, TO));
        assertThat(byMonth).extracting(MonthUse::month).isSorted().doesNotHaveDuplicates();
        byMonth.forEach(use -> assertThat(use.quantity()).isEqualTo(months.remove(use.month())));
        assertThat(months).isEmpty();
        List<WeekdayUse> byWeekday = await(archive.useByWeekday(site, both, FROM, TO));
        assertThat(byWeekday).extracting(WeekdayUse::weekday).isSorted().hasSize(7);
        byWeekday.forEach(use -> assertThat(use.hours()).containsExactly(boxed(weekdays.get(use.weekday()))));
    }

    private static Long[] boxed(long[] hours) {
        return Arrays.stream(hours).boxed().toArray(Long[]::new);
    }

    @Test
    void quarters_in_any_order_and_written_again_make_their_days() {
        someQuarters();
        assertDaysAreTheirQuarters(TestStore.definition(site).timeZone());
    }

    @Test
    void an_estimate_ends_where_the_reading_comes_late() {
        write(quarter("main", 0, 10, true), quarter("main", 1, 10, false));
        Set<String> main = Set.of("main");
        assertThat(await(archive.useByMonth(site, main, FROM, TO)))
                .containsExactly(new MonthUse(YearMonth.of(2026, 10), 20, true));
        write(quarter("main", 0, 12, false));
        assertThat(await(archive.useByMonth(site, main, FROM, TO)))
                .containsExactly(new MonthUse(YearMonth.of(2026, 10), 22, false));
        assertThat(await(archive.useByMonth(site, main, FROM, LocalDate.parse("2026-10-20"))))
                .as("the day of the quarters is left out")
                .isEmpty();
    }

    @Test
    void a_changed_time_zone_moves_the_days() {
        someQuarters();
        for (String zone : List.of("America/Los_Angeles", "Asia/Kathmandu", "+08:00")) {
            SiteDefinition moved = TestStore.definition(site, ZoneId.of(zone));
            await(TestStore.register(shared.journal, TestStore.setup(moved), START, "reload", List.of()));
            assertDaysAreTheirQuarters(moved.timeZone());
            write(quarter("main", 5, zone.length(), false), quarter("light", QUARTERS - 1, 4, false));
            assertDaysAreTheirQuarters(moved.timeZone());
        }
    }
}

package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.EnergyChange.QuarterUpdate;
import io.foyer.hub.domain.EnergyChange.ReadingRecord;
import io.foyer.hub.domain.baseline.StaticChange;
import io.foyer.hub.domain.baseline.StaticFactor;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import io.foyer.hub.domain.energy.MeterUse.MeterDay;
import io.foyer.hub.domain.energy.MeterUse.MeterPast;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.site.Archive;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the store tells of a meter for its baseline. */
@ExtendWith(SharedStore.class)
class MeterPastTest {
    private static final LocalDate DAY = LocalDate.parse("2026-10-20");

    private final Shared shared;
    private final Archive archive;
    private final String site;

    MeterPastTest(Shared shared) {
        this.shared = shared;
        this.archive = shared.database.archive();
        this.site = shared.newSite();
    }

    @Test
    void days_come_by_their_hours_with_the_end_of_the_last_quarter_of_all() {
        await(shared.journal.commit(batch(entry(
                site,
                new QuarterUpdate(new Quarter("main", Instant.parse("2026-10-20T01:45:00Z"), 7, true)),
                new QuarterUpdate(new Quarter("main", Instant.parse("2026-10-20T02:00:00Z"), 5, false)),
                new QuarterUpdate(new Quarter("main", Instant.parse("2026-10-22T02:00:00Z"), 5, false)),
                new QuarterUpdate(new Quarter("light", Instant.parse("2026-10-20T02:00:00Z"), 9, false))))));
        List<Long> hours = new ArrayList<>(Collections.nCopies(24, 0L));
        hours.set(9, 7L);
        hours.set(10, 5L);
        assertThat(await(archive.meterPast(site, "main", DAY, DAY.plusDays(1))))
                .isEqualTo(new MeterPast(List.of(new MeterDay(DAY, hours, 1)), Instant.parse("2026-10-22T02:15:00Z")));
        assertThat(await(archive.meterPast(site, "main", DAY.plusDays(9), DAY.plusDays(10))))
                .isEqualTo(new MeterPast(List.of(), Instant.EPOCH));
    }

    private void register(Double area, String parent, Instant now) {
        SiteDefinition plain = TestStore.definition(
                site,
                TestStore.definition(site).timeZone(),
                List.of(meter("main", null, "house"), meter("light", parent, "lounge")));
        List<Zone> zones = List.of(
                plain.zones().get("house"), new Zone("lounge", null, "floor", plain.name(), null, 40, area, null));
        SiteDefinition definition = new SiteDefinition(
                site,
                plain.name(),
                plain.timeZone(),
                plain.currency(),
                SiteDefinition.byId(zones, Zone::id),
                plain.doors(),
                plain.devices(),
                plain.meters(),
                plain.schedules(),
                plain.plans());
        await(TestStore.register(shared.journal, TestStore.setup(definition), now, "reload", List.of()));
    }

    private static Meter meter(String id, String parent, String zone) {
        return new Meter(id, Meter.Medium.ELECTRICITY, parent, zone, null, null, null, null);
    }

    @Test
    void a_factor_that_changes_is_remembered_and_one_that_is_named_first_has_not_changed() {
        Instant moved = TestStore.NOON.plusSeconds(60);
        register(null, null, moved);
        register(100.0, "main", moved.plusSeconds(60));
        register(100.0, "main", moved.plusSeconds(120));
        register(120.0, "main", moved.plusSeconds(180));
        Instant epoch = moved.plusSeconds(240);
        await(shared.journal.commit(batch(entry(
                site,
                new ReadingRecord("light", JudgedReading.kept(epoch, 5, ReadingVerdict.EPOCH, null, 0, false)),
                new ReadingRecord("main", JudgedReading.kept(epoch, 5, ReadingVerdict.SOUND, null, 0, false))))));

        assertThat(await(archive.staticChanges(site, "light")))
                .containsExactly(
                        new StaticChange(moved, StaticFactor.ZONE, "house", "lounge"),
                        new StaticChange(moved.plusSeconds(180), StaticFactor.AREA, "100.0", "120.0"),
                        new StaticChange(epoch, StaticFactor.REGISTER, "", ""));
        assertThat(await(archive.staticChanges(site, "main"))).isEmpty();
    }
}

package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.denied;
import static io.foyer.hub.store.TestStore.entry;
import static io.foyer.hub.store.TestStore.heard;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.AccessChange;
import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Change.AccessRecord;
import io.foyer.hub.domain.EnergyChange.QuarterUpdate;
import io.foyer.hub.domain.EnergyChange.ReadingRecord;
import io.foyer.hub.domain.OccupancyChange;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.occupancy.SensorState;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.Batch.BatchEntry;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.SiteMemory;
import io.foyer.hub.site.SiteMemory.RememberedId;
import io.foyer.hub.site.SiteSetup;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much of the past a hub has in mind when it starts. */
@ExtendWith(SharedStore.class)
class LoadingTest {
    private final Journal journal;
    private final String site;
    private final SiteDefinition definition;
    private final String reader;

    LoadingTest(Shared shared) {
        this.journal = shared.journal;
        this.site = shared.newSite();
        this.definition = TestStore.definition(site);
        this.reader = site + "-reader";
    }

    @Test
    void readings_are_loaded_from_the_last_sound_one_on_and_its_quarter_with_those_of_26_hours() {
        Instant yesterday = NOON.minus(Duration.ofDays(1));
        List<JudgedReading> readings = List.of(
                judged(yesterday, 1, ReadingVerdict.BASELINE, null),
                judged(
                        yesterday.plusSeconds(60),
                        2,
                        ReadingVerdict.SOUND,
                        new Consumption(yesterday, yesterday.plusSeconds(60), 1, true)),
                judged(yesterday.plusSeconds(120), 5, ReadingVerdict.ERROR, null),
                judged(yesterday.plusSeconds(180), 5, ReadingVerdict.HELD, null));
        List<Change> changes = new ArrayList<>();
        readings.forEach(reading -> changes.add(new ReadingRecord("main", reading)));
        Instant start = NOON.truncatedTo(ChronoUnit.HOURS);
        for (int day = 0; day < 4; day++) {
            changes.add(new QuarterUpdate(new Quarter("main", start.minus(Duration.ofDays(day)), day, false)));
        }
        await(journal.commit(new Batch(List.of(new BatchEntry(site, changes)))));

        SiteMemory memory = load();
        assertThat(memory.readings()).containsOnlyKeys("main");
        assertThat(memory.readings().get("main")).containsExactlyElementsOf(readings.subList(1, 4));
        assertThat(memory.quarters().get("main")).extracting(Quarter::quantity).containsExactly(1L, 0L);
    }

    @Test
    void ids_of_a_day_are_remembered_and_at_least_the_last_4096() {
        Instant old = NOON.minus(Duration.ofDays(3));
        BatchEntry[] entries = IntStream.range(0, 5000)
                .mapToObj(i -> entry(
                        site,
                        heard(reader, "old-" + i, old.plusSeconds(i), "{}"),
                        heard(site + "-cam", null, old.plusSeconds(i), "{}")))
                .toArray(BatchEntry[]::new);
        await(journal.commit(batch(entries)));
        await(journal.commit(batch(entry(site, heard(reader, "new", NOON, "{}")))));

        List<RememberedId> ids = load().ids().get(reader);
        assertThat(ids).hasSize(4096).last().isEqualTo(new RememberedId("new", NOON));
        assertThat(ids.get(0).id()).isEqualTo("old-905");

        SiteMemory sooner = await(TestStore.load(journal, definition, old.plus(Duration.ofHours(23))));
        assertThat(sooner.ids().get(reader)).hasSize(5001);
        assertThat(sooner.ids()).doesNotContainKey(site + "-cam");
    }

    @Test
    void what_has_left_the_site_file_is_loaded_too_since_it_may_come_back() {
        SensorState counted = new SensorState(site + "-cam", 7, null, null, null, NOON, NOON, NOON, true);
        DoorContact closed = DoorContact.told("front", site + "-cam", false, NOON, NOON);
        await(journal.commit(batch(entry(
                site,
                heard(site + "-cam", "c-1", NOON, "{}"),
                new OccupancyChange.SensorUpdate(counted),
                new AccessChange.ContactUpdate(closed)))));
        SiteDefinition rest = TestStore.without(definition, site + "-cam");
        await(TestStore.register(journal, TestStore.setup(rest), NOON, "admin", List.of("- device cam (retired)")));

        SiteMemory memory = await(TestStore.load(journal, rest, NOON));

        assertThat(memory.sources()).containsExactly(counted);
        assertThat(memory.ids().get(site + "-cam")).containsExactly(new RememberedId("c-1", NOON));
        assertThat(memory.accessState().contacts()).containsExactly(closed);
    }

    @Test
    void the_newest_200_decisions_are_loaded_oldest_first() {
        BatchEntry[] entries = IntStream.range(0, 250)
                .mapToObj(
                        i -> entry(site, new AccessRecord(denied(reader, NOON.plusSeconds(i), "s" + i, "front", null))))
                .toArray(BatchEntry[]::new);
        await(journal.commit(batch(entries)));
        assertThat(load().events())
                .hasSize(200)
                .extracting(AccessEvent::swipe)
                .startsWith("s50")
                .endsWith("s249");
    }

    @Test
    void the_fingerprint_of_a_file_is_that_of_its_last_registration_and_no_part_of_its_content() {
        assertThat(await(journal.fingerprints(List.of(site, "nobody"))))
                .containsOnly(
                        Map.entry(site, TestStore.setup(definition).content().fingerprint()));

        SiteSetup edited = TestStore.setup(TestStore.without(definition, site + "-cam"));
        await(TestStore.register(journal, edited, NOON, "admin", List.of("- device cam (retired)")));

        assertThat(await(journal.fingerprints(List.of(site))))
                .containsOnly(Map.entry(site, edited.content().fingerprint()));
        assertThat(await(journal.registered(List.of(site)))).containsOnly(Map.entry(site, edited.parts()));
    }

    private SiteMemory load() {
        return await(TestStore.load(journal, definition, NOON));
    }

    private static JudgedReading judged(Instant at, long register, ReadingVerdict verdict, Consumption booking) {
        return new JudgedReading(new Reading(at, register), verdict, booking);
    }

    @Test
    void an_alarm_that_nobody_has_seen_to_is_loaded_before_newer_ones_that_somebody_has() {
        Alarm waits = new Alarm(Alarm.AlarmKind.PASSED_BACK, "back", NOON, NOON, null);
        List<Change> alarms = new ArrayList<>(List.of(new Change.AlarmUpdate(waits)));
        for (int i = 1; i <= Alarms.KNOWN; i++) {
            Instant at = NOON.plusSeconds(i);
            alarms.add(new Change.AlarmUpdate(new Alarm(Alarm.AlarmKind.PASSED_BACK, "front", at, at, "ann")));
        }
        await(journal.commit(batch(entry(site, alarms.toArray(Change[]::new)))));

        List<Alarm> known = await(TestStore.load(journal, definition, NOON)).alarms();

        assertThat(known).hasSize(Alarms.KNOWN).first().isEqualTo(waits);
        assertThat(known).last().extracting(Alarm::since).isEqualTo(NOON.plusSeconds(Alarms.KNOWN));
    }
}

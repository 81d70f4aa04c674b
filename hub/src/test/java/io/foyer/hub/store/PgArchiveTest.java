package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.domain.Change.AccessRecord;
import io.foyer.hub.domain.Change.AlarmUpdate;
import io.foyer.hub.domain.Change.AuditRecord;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.EnergyChange.QuarterUpdate;
import io.foyer.hub.domain.EnergyChange.ReadingRecord;
import io.foyer.hub.domain.PeopleChange.MemberUpdate;
import io.foyer.hub.domain.PeopleChange.MembershipUpdate;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.EventFilter;
import io.foyer.hub.site.Archive.ListPage;
import io.foyer.hub.site.Batch.BatchEntry;
import io.foyer.hub.store.SharedStore.Shared;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStore.class)
class PgArchiveTest {
    private static final EventFilter ALL = new EventFilter(null, null, null, null);
    private final Shared shared;
    private final Archive archive;
    private final String site;

    PgArchiveTest(Shared shared) {
        this.shared = shared;
        this.archive = shared.database.archive();
        this.site = shared.newSite();
    }

    @Test
    void quarters_of_several_meters_come_in_order_of_time() {
        Quarter first = new Quarter("main", NOON, 15, false);
        Quarter second = new Quarter("light", NOON.plusSeconds(900), 5, true);
        Quarter third = new Quarter("main", NOON.plusSeconds(1800), 25, false);
        await(shared.journal.commit(batch(
                entry(
                        site,
                        new QuarterUpdate(third),
                        new QuarterUpdate(second),
                        new QuarterUpdate(new Quarter("main", NOON, 9, true))),
                entry(site, new QuarterUpdate(first)))));

        Set<String> both = Set.of("main", "light");
        assertThat(await(archive.quarters(site, both, NOON, NOON.plusSeconds(1801), toList())))
                .containsExactly(first, second, third);
        assertThat(await(archive.quarters(site, Set.of("main"), NOON.plusSeconds(1), NOON.plusSeconds(1800), toList())))
                .isEmpty();
    }

    @Test
    void bookings_are_those_that_overlap_even_from_a_reading_after_the_end() {
        Instant[] at = IntStream.range(0, 6)
                .mapToObj(i -> NOON.plus(Duration.ofMinutes(10L * i)))
                .toArray(Instant[]::new);
        await(shared.journal.commit(batch(entry(
                site,
                read(at[0], ReadingVerdict.BASELINE, null),
                read(at[1], ReadingVerdict.SOUND, new Consumption(at[0], at[1], 1, false)),
                read(at[2], ReadingVerdict.SOUND, new Consumption(at[1], at[2], 2, false)),
                read(at[3], ReadingVerdict.ERROR, null),
                read(at[5], ReadingVerdict.SOUND, new Consumption(at[2], at[5], 3, true))))));

        assertThat(quantities(at[0], at[5])).containsExactly(1L, 2L, 3L);
        assertThat(quantities(at[1], at[2])).containsExactly(2L);
        assertThat(quantities(at[1].minusSeconds(1), at[2].plusSeconds(1))).containsExactly(1L, 2L, 3L);
        assertThat(quantities(at[3], at[4])).containsExactly(3L);
        assertThat(quantities(at[5], at[5].plusSeconds(9))).isEmpty();
    }

    @Test
    void a_power_is_booked_for_as_long_as_it_holds() {
        Instant later = NOON.plusSeconds(3_600);
        Instant end = NOON.plusSeconds(900);
        Consumption held = new Consumption(NOON, end, 300, true);
        JudgedReading power = JudgedReading.kept(later, 1_200, ReadingVerdict.POWER, NOON, 300, true);
        await(shared.journal.commit(batch(entry(site, new ReadingRecord("main", power)))));

        assertThat(power.booked()).isEqualTo(held);
        assertThat(await(archive.bookings(site, Set.of("main"), NOON, later, toList())))
                .containsExactly(held);
        assertThat(await(shared.journal.readingsAround(site, "main", NOON, later, Duration.ofHours(1)))
                        .rows())
                .containsExactly(power);
    }

    @Test
    void decisions_are_paged_newest_first_and_filtered() {
        List<AccessEvent> events = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            events.add(new AccessEvent(
                    NOON.plusSeconds(i / 5),
                    NOON,
                    site + "-reader",
                    i % 2 == 0 ? "front" : null,
                    "s" + i,
                    "c",
                    CredentialType.PLATE,
                    i % 3 == 0 ? "m1" : null,
                    Direction.OUT,
                    i % 5 == 0 ? AccessOutcome.GRANTED : AccessOutcome.DENIED,
                    i % 5 == 0 ? AccessReason.GRANTED : AccessReason.NO_RIGHT));
        }
        await(shared.journal.commit(batch(events.stream()
                .map(event -> entry(site, new AccessRecord(event)))
                .toArray(BatchEntry[]::new))));
        Collections.reverse(events);

        assertThat(all(cursor -> archive.accessEvents(site, ALL, 7, cursor))).containsExactlyElementsOf(events);
        assertThat(await(archive.accessEvents(site, ALL, 25, null)).cursor()).isNull();
        assertThat(filtered(new EventFilter(NOON.plusSeconds(3), null, null, null)))
                .hasSize(10);
        assertThat(filtered(new EventFilter(null, "m1", null, null)))
                .containsExactlyElementsOf(events.stream()
                        .filter(event -> "m1".equals(event.member()))
                        .toList());
        assertThat(filtered(new EventFilter(null, null, "front", null))).hasSize(13);
        assertThat(filtered(new EventFilter(null, null, null, AccessOutcome.GRANTED)))
                .hasSize(5);
        assertThat(filtered(new EventFilter(NOON.plusSeconds(9), null, null, null)))
                .isEmpty();
        assertThatThrownBy(() -> await(archive.accessEvents(site, ALL, 7, "nonsense")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void audit_and_dead_letters_are_paged_newest_first() {
        List<BatchEntry> entries = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            entries.add(entry(
                    site,
                    new AuditRecord(NOON.minusSeconds(i), "ann", "put", "m" + i, ""),
                    new DeadLetter(NOON.minusSeconds(i), null, "t" + i, "not-json", "{")));
        }
        await(shared.journal.commit(batch(entries.toArray(BatchEntry[]::new))));
        assertThat(all(cursor -> archive.audit(site, 4, cursor)))
                .extracting(AuditRecord::subject)
                .containsExactly("m8", "m7", "m6", "m5", "m4", "m3", "m2", "m1", "m0");
        assertThat(all(cursor -> archive.deadLetters(site, 4, cursor)))
                .extracting(DeadLetter::topic)
                .containsExactly("t8", "t7", "t6", "t5", "t4", "t3", "t2", "t1", "t0");
    }

    @Test
    void alarms_are_written_over_paged_newest_first_and_known_after_a_restart() {
        Alarm first = new Alarm(Alarm.AlarmKind.PASSED_BACK, "front", NOON, null, null);
        Alarm second = new Alarm(Alarm.AlarmKind.PASSED_BACK, "front", NOON.plusSeconds(1), NOON.plusSeconds(2), "ann");
        Alarm over = new Alarm(Alarm.AlarmKind.PASSED_BACK, "front", NOON, NOON.plusSeconds(1), "bob");
        await(shared.journal.commit(batch(entry(site, new AlarmUpdate(first)), entry(site, new AlarmUpdate(second)))));
        await(shared.journal.commit(batch(entry(site, new AlarmUpdate(over)))));

        assertThat(all(cursor -> archive.alarms(site, 1, cursor))).containsExactly(second, over);
        assertThat(await(TestStore.load(shared.journal, TestStore.definition(site), NOON))
                        .alarms())
                .containsExactly(over, second);
    }

    @Test
    void people_are_found_by_id_and_memberships_listed_by_it() {
        Member member = new Member("m1", "安", null, Set.of());
        await(shared.journal.commit(batch(entry(site, new MemberUpdate(member)))));
        for (String id : List.of("b", "a", "Z", "ä", "10", "9")) {
            await(shared.journal.commit(batch(entry(site, new MembershipUpdate(membership(id))))));
        }
        assertThat(await(archive.member(site, "m1"))).contains(member);
        assertThat(await(archive.member("elsewhere", "m1"))).isEmpty();
        assertThat(await(archive.membership(site, "a"))).contains(membership("a"));
        assertThat(all(cursor -> archive.memberships(site, 4, cursor)))
                .extracting(Membership::id)
                .containsExactly("10", "9", "Z", "a", "b", "ä");
    }

    private static Membership membership(String id) {
        return new Membership(
                id,
                "m1",
                "day",
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 30),
                Membership.MembershipStatus.SUSPENDED,
                "lounge",
                null);
    }

    private static ReadingRecord read(Instant at, ReadingVerdict verdict, Consumption booking) {
        return new ReadingRecord("main", new JudgedReading(new Reading(at, 725), verdict, booking));
    }

    private List<Long> quantities(Instant from, Instant to) {
        return await(archive.bookings(site, Set.of("main"), from, to, toList())).stream()
                .map(Consumption::quantity)
                .toList();
    }

    private List<AccessEvent> filtered(EventFilter filter) {
        return all(cursor -> archive.accessEvents(site, filter, 4, cursor));
    }

    private static <T> List<T> all(Function<String, Future<ListPage<T>>> pages) {
        List<T> items = new ArrayList<>();
        String cursor = null;
        do {
            ListPage<T> page = await(pages.apply(cursor));
            items.addAll(page.items());
            cursor = page.cursor();
        } while (cursor != null);
        return items;
    }
}

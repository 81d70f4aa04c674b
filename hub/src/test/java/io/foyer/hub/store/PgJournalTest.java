package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.denied;
import static io.foyer.hub.store.TestStore.entry;
import static io.foyer.hub.store.TestStore.heard;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Change.AccessRecord;
import io.foyer.hub.domain.Change.AuditRecord;
import io.foyer.hub.domain.EnergyChange.QuarterUpdate;
import io.foyer.hub.domain.EnergyChange.RateUpdate;
import io.foyer.hub.domain.OccupancyChange.BalanceUpdate;
import io.foyer.hub.domain.OccupancyChange.CountRecord;
import io.foyer.hub.domain.OccupancyChange.PassageRecord;
import io.foyer.hub.domain.OccupancyChange.SensorUpdate;
import io.foyer.hub.domain.PeopleChange.CredentialRemoval;
import io.foyer.hub.domain.PeopleChange.CredentialUpdate;
import io.foyer.hub.domain.PeopleChange.MemberErasure;
import io.foyer.hub.domain.PeopleChange.MemberUpdate;
import io.foyer.hub.domain.PeopleChange.MembershipUpdate;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.SensorState;
import io.foyer.hub.domain.occupancy.SensorState.DoubtedTotals;
import io.foyer.hub.site.Batch.BatchEntry;
import io.foyer.hub.site.BatchRefusals;
import io.foyer.hub.site.HubClock;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.SiteMemory;
import io.foyer.hub.site.SiteMemory.LastRate;
import io.foyer.hub.site.SiteMemory.RememberedId;
import io.foyer.hub.store.SharedStore.Shared;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedStore.class)
class PgJournalTest {
    private final Shared shared;
    private final Database database;
    private final Journal journal;
    private final String site;
    private final SiteDefinition definition;
    private final String reader;

    PgJournalTest(Shared shared) {
        this.shared = shared;
        this.database = shared.database;
        this.journal = shared.journal;
        this.site = shared.newSite();
        this.definition = TestStore.definition(site);
        this.reader = site + "-reader";
    }

    @Test
    void what_was_committed_is_what_is_loaded() {
        Member member = new Member("m1", "Ann", "Acme", Set.of("capacity"));
        Membership membership = new Membership(
                "ms1", "m1", "day", LocalDate.of(2026, 11, 1), null, Membership.MembershipStatus.ACTIVE, null, "Acme");
        Credential credential = new Credential(
                new Credential.CredentialKey(CredentialType.CARD, "04A2"), "m1", true, NOON.plusSeconds(60));
        SensorState source =
                new SensorState(site + "-cam", 12, null, null, null, NOON, NOON, NOON.plusSeconds(1), false);
        SensorState counter =
                new SensorState(reader, null, 1_000_000_000_000L, 7L, new DoubtedTotals(3, 1), NOON, NOON, NOON, true);
        AccessEvent event = denied(reader, NOON, "s-1", "front", "m1");
        await(journal.commit(batch(
                entry(
                        site,
                        heard(reader, "s-1", NOON, "{}"),
                        new AccessRecord(event),
                        new SensorUpdate(source),
                        new SensorUpdate(counter),
                        new BalanceUpdate(TestStore.balance("lounge", -3)),
                        new RateUpdate("main", 1250.5, NOON),
                        new RateUpdate("light", null, NOON)),
                entry(
                        site,
                        new MemberUpdate(member),
                        new MembershipUpdate(membership),
                        new CredentialUpdate(credential)))));
        SiteMemory memory = load();
        assertThat(memory.members()).containsExactly(member);
        assertThat(memory.memberships()).containsExactly(membership);
        assertThat(memory.credentials()).containsExactly(credential);
        assertThat(memory.sources()).containsExactlyInAnyOrder(source, counter);
        assertThat(memory.balances()).containsExactly(TestStore.balance("lounge", -3));
        assertThat(memory.rates()).containsOnlyKeys("main", "light").containsEntry("main", new LastRate(1250.5, NOON));
        assertThat(memory.rates().get("light").rate()).isNull();
        assertThat(memory.ids()).containsExactly(Map.entry(reader, List.of(new RememberedId("s-1", NOON))));
        assertThat(memory.events()).containsExactly(event);
    }

    @Test
    void of_one_key_the_last_of_a_batch_counts_and_later_batches_replace_it() {
        await(journal.commit(batch(
                entry(
                        site,
                        new BalanceUpdate(TestStore.balance("lounge", 1)),
                        new BalanceUpdate(TestStore.balance("house", 5))),
                entry(site, new BalanceUpdate(TestStore.balance("lounge", 2))))));
        await(journal.commit(batch(entry(site, new BalanceUpdate(TestStore.balance("house", 6))))));
        assertThat(load().balances()).containsOnly(TestStore.balance("lounge", 2), TestStore.balance("house", 6));
    }

    @Test
    void the_quarters_of_a_silent_year_are_all_written_also_beside_content_that_the_database_refuses() {
        List<Change> year = IntStream.range(0, 35_040)
                .<Change>mapToObj(i ->
                        new QuarterUpdate(new Quarter("main", NOON.plus(Quarters.LENGTH.multipliedBy(i)), i, true)))
                .toList();
        BatchRefusals refusals = await(journal.commit(batch(
                new BatchEntry(site, year), entry(site, new MemberUpdate(new Member("m1", "a\0b", "", Set.of()))))));
        assertThat(refusals.count()).isOne();
        Instant end = NOON.plus(Quarters.LENGTH.multipliedBy(35_040));
        assertThat(await(database.archive().quarters(site, Set.of("main"), NOON, end, Collectors.toList())))
                .extracting(Quarter::quantity)
                .hasSize(35_040)
                .startsWith(0L, 1L)
                .endsWith(35_039L);
    }

    @Test
    void points_of_one_instant_are_one_with_the_newest_count_and_everybody_who_passed() {
        Instant almost = NOON.plusNanos(300);
        await(journal.commit(batch(
                entry(site, new CountRecord(new CountPoint("lounge", NOON, 3, 2, 0))),
                entry(site, new CountRecord(new CountPoint("lounge", almost, 4, 1, 0))))));
        await(journal.commit(batch(entry(site, new CountRecord(new CountPoint("lounge", NOON, null, 0, 4))))));

        assertThat(TestStore.points(shared.address(), site, "lounge"))
                .containsExactly(new CountPoint("lounge", NOON, null, 3, 4));
    }

    @Test
    void who_passed_is_entered_at_the_count_of_that_time() {
        await(journal.commit(batch(
                entry(site, new PassageRecord("lounge", NOON.plusSeconds(5), 2, 0)),
                entry(site, new CountRecord(new CountPoint("lounge", NOON, 3, 1, 0))),
                entry(site, new PassageRecord("lounge", NOON.plusSeconds(5), 1, 1)),
                entry(site, new PassageRecord("lounge", NOON, 0, 1)),
                entry(site, new CountRecord(new CountPoint("lounge", NOON.plusSeconds(9), 8, 0, 0))))));
        await(journal.commit(batch(
                entry(site, new PassageRecord("lounge", NOON.minusSeconds(1), 0, 1)),
                entry(site, new PassageRecord("lounge", NOON.plusSeconds(5), 4, 0)))));

        assertThat(TestStore.points(shared.address(), site, "lounge"))
                .containsExactly(
                        new CountPoint("lounge", NOON.minusSeconds(1), null, 0, 1),
                        new CountPoint("lounge", NOON, 3, 1, 1),
                        new CountPoint("lounge", NOON.plusSeconds(5), 3, 7, 1),
                        new CountPoint("lounge", NOON.plusSeconds(9), 8, 0, 0));
    }

    @Test
    void a_person_who_is_erased_leaves_the_trail_and_nothing_else() {
        Credential.CredentialKey key = new Credential.CredentialKey(CredentialType.QR, "q");
        await(journal.commit(batch(
                entry(
                        site,
                        new MemberUpdate(new Member("m1", "Ann", null, Set.of())),
                        new CredentialUpdate(new Credential(key, "m1", false, null)),
                        new CredentialRemoval(key),
                        new CredentialUpdate(new Credential(key, "m1", true, null)),
                        new AccessRecord(denied(reader, NOON, null, null, "m1"))),
                entry(site, new MemberErasure("m1")))));

        SiteMemory memory = load();
        assertThat(memory.members()).isEmpty();
        assertThat(memory.credentials()).isEmpty();
        assertThat(memory.events()).singleElement().satisfies(event -> assertThat(event.member())
                .isEqualTo("m1"));
    }

    @Test
    void what_vanished_is_retired_and_what_returns_has_its_old_key() {
        List<String> before = TestStore.query(shared.address(), "SELECT key FROM device WHERE id = '" + reader + "'");
        await(TestStore.register(
                journal,
                TestStore.setup(TestStore.without(definition, reader)),
                NOON,
                "ann",
                List.of("- device " + reader)));
        assertThat(TestStore.query(
                        shared.address(), "SELECT retired_at IS NOT NULL FROM device WHERE id = '" + reader + "'"))
                .containsExactly("t");
        await(journal.commit(batch(entry(site, heard(reader, "late", NOON, "{}")))));

        await(TestStore.register(
                journal, TestStore.setup(definition), NOON, "bob", List.of("+ device " + reader, "and more")));
        assertThat(TestStore.query(
                        shared.address(), "SELECT key FROM device WHERE retired_at IS NULL AND id = '" + reader + "'"))
                .isEqualTo(before);
        assertThat(load().ids().get(reader)).extracting(RememberedId::id).containsExactly("late");
        assertThat(await(database.archive().audit(site, 10, null)).items())
                .containsExactly(
                        new AuditRecord(NOON, "bob", "configure", site, "+ device " + reader + "\nand more"),
                        new AuditRecord(NOON, "ann", "configure", site, "- device " + reader));
    }

    @Test
    void the_journal_answers_on_the_loop_that_asked_for_it(@TempDir Path folder) throws Exception {
        Database second = await(Database.open(shared.vertx(), TestStore.embedded(folder), HubClock.ofMachine()));
        Context loop = shared.vertx().getOrCreateContext();
        CompletableFuture<List<Boolean>> seen = new CompletableFuture<>();
        loop.runOnContext(any -> second.journal()
                .compose(mine -> TestStore.register(mine, TestStore.setup(definition), NOON, "start", List.of())
                        .map(done -> Vertx.currentContext() == loop)
                        .compose(first -> mine.commit(batch(entry(site, heard(reader, "x", NOON, "{}"))))
                                .compose(done -> TestStore.load(mine, definition, NOON))
                                .map(memory -> List.of(
                                        first,
                                        Vertx.currentContext() == loop,
                                        memory.ids().size() == 1))))
                .onComplete(seen::complete, seen::completeExceptionally));
        assertThat(seen.get(60, TimeUnit.SECONDS)).containsOnly(true);
        await(second.close());
    }

    private SiteMemory load() {
        return await(TestStore.load(journal, definition, NOON));
    }
}

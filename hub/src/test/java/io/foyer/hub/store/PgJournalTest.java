package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.denied;
import static io.foyer.hub.store.TestStore.entry;
import static io.foyer.hub.store.TestStore.heard;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Change.Audited;
import io.foyer.hub.domain.Change.CredentialGone;
import io.foyer.hub.domain.Change.CredentialIs;
import io.foyer.hub.domain.Change.Decided;
import io.foyer.hub.domain.Change.MemberErased;
import io.foyer.hub.domain.Change.MemberIs;
import io.foyer.hub.domain.Change.MembershipIs;
import io.foyer.hub.domain.EnergyChange.Booked;
import io.foyer.hub.domain.EnergyChange.RateIs;
import io.foyer.hub.domain.OccupancyChange.Counted;
import io.foyer.hub.domain.OccupancyChange.FlowIs;
import io.foyer.hub.domain.OccupancyChange.Passed;
import io.foyer.hub.domain.OccupancyChange.SourceIs;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.occupancy.Point;
import io.foyer.hub.domain.occupancy.Source;
import io.foyer.hub.site.Batch.Entry;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.Memory;
import io.foyer.hub.site.Memory.Rate;
import io.foyer.hub.site.Memory.SeenId;
import io.foyer.hub.site.Refusals;
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
    private final House house;
    private final String reader;

    PgJournalTest(Shared shared) {
        this.shared = shared;
        this.database = shared.database;
        this.journal = shared.journal;
        this.site = shared.newSite();
        this.house = TestStore.house(site);
        this.reader = site + "-reader";
    }

    @Test
    void what_was_committed_is_what_is_loaded() {
        Member member = new Member("m1", "Ann", "Acme", Set.of("capacity"));
        Membership membership = new Membership(
                "ms1", "m1", "day", LocalDate.of(2026, 11, 1), null, Membership.Status.ACTIVE, null, "Acme");
        Credential credential =
                new Credential(new Credential.Key(CredentialType.CARD, "04A2"), "m1", true, NOON.plusSeconds(60));
        Source source = new Source(site + "-cam", 12, null, null, NOON, NOON.plusSeconds(1), false);
        Source counter = new Source(reader, null, 1_000_000_000_000L, 7L, NOON, NOON, true);
        AccessEvent event = denied(reader, NOON, "s-1", "front", "m1");
        await(journal.commit(batch(
                entry(
                        site,
                        heard(reader, "s-1", NOON, "{}"),
                        new Decided(event),
                        new SourceIs(source),
                        new SourceIs(counter),
                        new FlowIs("lounge", -3),
                        new RateIs("main", 1250.5, NOON),
                        new RateIs("light", null, NOON)),
                entry(site, new MemberIs(member), new MembershipIs(membership), new CredentialIs(credential)))));

        Memory memory = load();
        assertThat(memory.members()).containsExactly(member);
        assertThat(memory.memberships()).containsExactly(membership);
        assertThat(memory.credentials()).containsExactly(credential);
        assertThat(memory.sources()).containsExactlyInAnyOrder(source, counter);
        assertThat(memory.flows()).containsExactly(Map.entry("lounge", -3));
        assertThat(memory.rates()).containsOnlyKeys("main", "light").containsEntry("main", new Rate(1250.5, NOON));
        assertThat(memory.rates().get("light").rate()).isNull();
        assertThat(memory.ids()).containsExactly(Map.entry(reader, List.of(new SeenId("s-1", NOON))));
        assertThat(memory.events()).containsExactly(event);
    }

    @Test
    void of_one_key_the_last_of_a_batch_counts_and_later_batches_replace_it() {
        await(journal.commit(batch(
                entry(site, new FlowIs("lounge", 1), new FlowIs("house", 5)), entry(site, new FlowIs("lounge", 2)))));
        await(journal.commit(batch(entry(site, new FlowIs("house", 6)))));
        assertThat(load().flows()).containsOnly(Map.entry("lounge", 2), Map.entry("house", 6));
    }

    @Test
    void the_quarters_of_a_silent_year_are_all_written_also_beside_content_that_the_database_refuses() {
        List<Change> year = IntStream.range(0, 35_040)
                .<Change>mapToObj(
                        i -> new Booked(new Quarter("main", NOON.plus(Quarters.LENGTH.multipliedBy(i)), i, true)))
                .toList();
        Refusals refusals = await(journal.commit(
                batch(new Entry(site, year), entry(site, new MemberIs(new Member("m1", "a\0b", "", Set.of()))))));
        assertThat(refusals.count()).isOne();
        Instant end = NOON.plus(Quarters.LENGTH.multipliedBy(35_040));
        assertThat(await(database.archive().quarters(site, Set.of("main"), NOON, end, Collectors.toList())))
                .extracting(Quarter::quantity)
                .hasSize(35_040)
                .startsWith(0.0, 1.0)
                .endsWith(35_039.0);
    }

    @Test
    void points_of_one_instant_are_one_with_the_newest_count_and_everybody_who_passed() {
        Instant almost = NOON.plusNanos(300);
        await(journal.commit(batch(
                entry(site, new Counted(new Point("lounge", NOON, 3, 2, 0))),
                entry(site, new Counted(new Point("lounge", almost, 4, 1, 0))))));
        await(journal.commit(batch(entry(site, new Counted(new Point("lounge", NOON, null, 0, 4))))));

        assertThat(await(database.archive().points(site, "lounge", NOON, NOON.plusSeconds(1), Collectors.toList())))
                .containsExactly(new Point("lounge", NOON, null, 3, 4));
    }

    @Test
    void who_passed_is_entered_at_the_count_of_that_time() {
        await(journal.commit(batch(
                entry(site, new Passed("lounge", NOON.plusSeconds(5), 2, 0)),
                entry(site, new Counted(new Point("lounge", NOON, 3, 1, 0))),
                entry(site, new Passed("lounge", NOON.plusSeconds(5), 1, 1)),
                entry(site, new Passed("lounge", NOON, 0, 1)),
                entry(site, new Counted(new Point("lounge", NOON.plusSeconds(9), 8, 0, 0))))));
        await(journal.commit(batch(
                entry(site, new Passed("lounge", NOON.minusSeconds(1), 0, 1)),
                entry(site, new Passed("lounge", NOON.plusSeconds(5), 4, 0)))));

        assertThat(await(database.archive()
                        .points(site, "lounge", NOON.minusSeconds(1), NOON.plusSeconds(10), Collectors.toList())))
                .containsExactly(
                        new Point("lounge", NOON.minusSeconds(1), null, 0, 1),
                        new Point("lounge", NOON, 3, 1, 1),
                        new Point("lounge", NOON.plusSeconds(5), 3, 7, 1),
                        new Point("lounge", NOON.plusSeconds(9), 8, 0, 0));
    }

    @Test
    void a_person_who_is_erased_leaves_the_trail_and_nothing_else() {
        Credential.Key key = new Credential.Key(CredentialType.QR, "q");
        await(journal.commit(batch(
                entry(
                        site,
                        new MemberIs(new Member("m1", "Ann", null, Set.of())),
                        new CredentialIs(new Credential(key, "m1", false, null)),
                        new CredentialGone(key),
                        new CredentialIs(new Credential(key, "m1", true, null)),
                        new Decided(denied(reader, NOON, null, null, "m1"))),
                entry(site, new MemberErased("m1")))));

        Memory memory = load();
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
                TestStore.premises(TestStore.without(house, reader)),
                NOON,
                "ann",
                List.of("- device " + reader)));
        assertThat(TestStore.query(
                        shared.address(), "SELECT retired_at IS NOT NULL FROM device WHERE id = '" + reader + "'"))
                .containsExactly("t");
        await(journal.commit(batch(entry(site, heard(reader, "late", NOON, "{}")))));

        await(TestStore.register(
                journal, TestStore.premises(house), NOON, "bob", List.of("+ device " + reader, "and more")));
        assertThat(TestStore.query(
                        shared.address(), "SELECT key FROM device WHERE retired_at IS NULL AND id = '" + reader + "'"))
                .isEqualTo(before);
        assertThat(load().ids().get(reader)).extracting(SeenId::id).containsExactly("late");
        assertThat(await(database.archive().audit(site, 10, null)).items())
                .containsExactly(
                        new Audited(NOON, "bob", "configure", site, "+ device " + reader + "\nand more"),
                        new Audited(NOON, "ann", "configure", site, "- device " + reader));
    }

    @Test
    void the_journal_answers_on_the_loop_that_asked_for_it(@TempDir Path folder) throws Exception {
        Database second = await(Database.open(shared.vertx(), TestStore.embedded(folder)));
        Context loop = shared.vertx().getOrCreateContext();
        CompletableFuture<List<Boolean>> seen = new CompletableFuture<>();
        loop.runOnContext(any -> second.journal()
                .compose(mine -> TestStore.register(mine, TestStore.premises(house), NOON, "start", List.of())
                        .map(done -> Vertx.currentContext() == loop)
                        .compose(first -> mine.commit(batch(entry(site, heard(reader, "x", NOON, "{}"))))
                                .compose(done -> TestStore.load(mine, house, NOON))
                                .map(memory -> List.of(
                                        first,
                                        Vertx.currentContext() == loop,
                                        memory.ids().size() == 1))))
                .onComplete(seen::complete, seen::completeExceptionally));
        assertThat(seen.get(60, TimeUnit.SECONDS)).containsOnly(true);
        await(second.close());
    }

    private Memory load() {
        return await(TestStore.load(journal, house, NOON));
    }
}

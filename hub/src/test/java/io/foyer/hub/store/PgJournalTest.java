package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static io.foyer.hub.store.TestStore.heard;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Change.Audited;
import io.foyer.hub.domain.Change.Booked;
import io.foyer.hub.domain.Change.Counted;
import io.foyer.hub.domain.Change.CredentialGone;
import io.foyer.hub.domain.Change.CredentialIs;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.Change.Decided;
import io.foyer.hub.domain.Change.FlowIs;
import io.foyer.hub.domain.Change.MemberErased;
import io.foyer.hub.domain.Change.MemberIs;
import io.foyer.hub.domain.Change.MembershipIs;
import io.foyer.hub.domain.Change.RateIs;
import io.foyer.hub.domain.Change.Read;
import io.foyer.hub.domain.Change.SourceIs;
import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.Outcome;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Reason;
import io.foyer.hub.domain.energy.Judged;
import io.foyer.hub.domain.energy.Judged.Booking;
import io.foyer.hub.domain.energy.Judged.Verdict;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.occupancy.Point;
import io.foyer.hub.domain.occupancy.Source;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.Batch.Entry;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.Memory;
import io.foyer.hub.site.Memory.Rate;
import io.foyer.hub.site.Memory.SeenId;
import io.foyer.hub.store.SharedStore.Shared;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedStore.class)
class PgJournalTest {
    private final Shared shared;
    private final Database database;
    private final Journal journal;
    private String site;
    private House house;
    private String reader;

    PgJournalTest(Shared shared) {
        this.shared = shared;
        this.database = shared.database;
        this.journal = shared.journal;
    }

    @BeforeEach
    void register() {
        site = shared.newSite();
        house = TestStore.house(site);
        reader = site + "-reader";
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
        AccessEvent event = event(NOON, "s-1", "front", "m1");
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
    void points_of_one_instant_are_one_with_the_newest_count_and_everybody_who_passed() {
        Instant almost = NOON.plusNanos(300);
        await(journal.commit(batch(
                entry(site, new Counted(new Point("lounge", NOON, 3, 2, 0))),
                entry(site, new Counted(new Point("lounge", almost, 4, 1, 0))))));
        await(journal.commit(batch(entry(site, new Counted(new Point("lounge", NOON, null, 0, 4))))));

        assertThat(await(database.archive().points(site, "lounge", NOON, NOON.plusSeconds(1))))
                .containsExactly(new Point("lounge", NOON, null, 3, 4));
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
                        new Decided(event(NOON, null, null, "m1"))),
                entry(site, new MemberErased("m1")))));

        Memory memory = load();
        assertThat(memory.members()).isEmpty();
        assertThat(memory.credentials()).isEmpty();
        assertThat(memory.events()).singleElement().satisfies(event -> assertThat(event.member())
                .isEqualTo("m1"));
    }

    @Test
    void readings_are_loaded_from_the_last_sound_one_on_and_quarters_of_its_day_and_of_today() {
        Instant yesterday = NOON.minus(Duration.ofDays(1));
        List<Judged> readings = List.of(
                judged(yesterday, 1, Verdict.BASELINE, null),
                judged(
                        yesterday.plusSeconds(60),
                        2,
                        Verdict.SOUND,
                        new Booking(yesterday, yesterday.plusSeconds(60), 1, true)),
                judged(yesterday.plusSeconds(120), 0.5, Verdict.ERROR, null),
                judged(yesterday.plusSeconds(180), 0.5, Verdict.HELD, null));
        List<Change> changes = new ArrayList<>();
        readings.forEach(reading -> changes.add(new Read("main", reading)));
        Instant start = NOON.truncatedTo(ChronoUnit.HOURS);
        for (int day = 0; day < 4; day++) {
            changes.add(new Booked(new Quarter("main", start.minus(Duration.ofDays(day)), day, false)));
        }
        await(journal.commit(new Batch(List.of(new Entry(site, changes)))));

        Memory memory = load();
        assertThat(memory.readings()).containsOnlyKeys("main");
        assertThat(memory.readings().get("main")).containsExactlyElementsOf(readings.subList(1, 4));
        assertThat(memory.quarters().get("main")).extracting(Quarter::quantity).containsExactly(1.0, 0.0);
    }

    @Test
    void ids_of_a_day_are_remembered_and_at_least_the_last_4096() {
        Instant old = NOON.minus(Duration.ofDays(3));
        Entry[] entries = IntStream.range(0, 5000)
                .mapToObj(i -> entry(
                        site,
                        heard(reader, "old-" + i, old.plusSeconds(i), "{}"),
                        heard(site + "-cam", null, old.plusSeconds(i), "{}")))
                .toArray(Entry[]::new);
        await(journal.commit(batch(entries)));
        await(journal.commit(batch(entry(site, heard(reader, "new", NOON, "{}")))));

        List<SeenId> ids = load().ids().get(reader);
        assertThat(ids).hasSize(4096).last().isEqualTo(new SeenId("new", NOON));
        assertThat(ids.get(0).id()).isEqualTo("old-905");

        Memory sooner = await(journal.load(house, old.plus(Duration.ofHours(23))));
        assertThat(sooner.ids().get(reader)).hasSize(5001);
        assertThat(sooner.ids()).doesNotContainKey(site + "-cam");
    }

    @Test
    void the_newest_200_decisions_are_loaded_oldest_first() {
        Entry[] entries = IntStream.range(0, 250)
                .mapToObj(i -> entry(site, new Decided(event(NOON.plusSeconds(i), "s" + i, "front", null))))
                .toArray(Entry[]::new);
        await(journal.commit(batch(entries)));
        assertThat(load().events())
                .hasSize(200)
                .extracting(AccessEvent::swipe)
                .startsWith("s50")
                .endsWith("s249");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "8", "1", "2,3,7", "0,1,2,3,4,5,6,7,8"})
    void content_that_the_database_refuses_becomes_a_dead_letter_and_the_rest_is_written_in_order(String places) {
        List<Integer> guilty =
                List.of(places.split(",")).stream().map(Integer::valueOf).toList();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            // One kind of poison can be seen before it is sent; of the other only the database knows (index row size).
            boolean visible = guilty.contains(i) && i % 2 == 0;
            boolean hidden = guilty.contains(i) && i % 2 == 1;
            String body = "{\"n\":" + i + "}" + (visible ? "\u0000\ud800x" : "x");
            entries.add(entry(
                    site,
                    heard(reader, "p" + i, NOON.plusSeconds(i), body),
                    new FlowIs("house", i),
                    new MemberIs(new Member(hidden ? incompressible(20_000) : "m", "n", null, Set.of()))));
        }
        await(journal.commit(new Batch(entries)));

        List<String> kept = IntStream.range(0, 9)
                .filter(i -> !guilty.contains(i))
                .mapToObj(i -> "p" + i)
                .toList();
        assertThat(load().ids().getOrDefault(reader, List.of()))
                .extracting(SeenId::id)
                .containsExactlyElementsOf(kept);
        if (!kept.isEmpty()) {
            assertThat(load().flows())
                    .containsEntry(
                            "house", Integer.parseInt(kept.get(kept.size() - 1).substring(1)));
        }
        List<DeadLetter> letters = new ArrayList<>(
                await(database.archive().deadLetters(site, 100, null)).items());
        Collections.reverse(letters);
        assertThat(letters)
                .extracting(DeadLetter::payload)
                .containsExactlyElementsOf(
                        guilty.stream().map(i -> "{\"n\":" + i + "}x").toList());
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.reason()).isEqualTo("refused-by-database");
            assertThat(letter.device()).isEqualTo(reader);
            assertThat(letter.topic()).isEqualTo("foyer/" + site + "/" + reader + "/swipe");
        });
    }

    @Test
    void times_and_names_that_no_row_can_hold_are_refused_alone() {
        await(journal.commit(batch(
                entry(site, heard(reader, "far", Instant.MAX, "{}")),
                entry(site, heard(reader, "early", Instant.parse("-3000-01-01T00:00:00Z"), "{}")),
                entry(site, heard("nobody", "who", NOON, "{}")),
                entry(site, new Audited(NOON, "a\u0000", "b", "c", "d")),
                entry(site, new DeadLetter(NOON, null, "t\u0000", "not-json", "p\u0000q\udc00")),
                entry(site, heard(reader, "good", NOON, "{}")))));

        assertThat(load().ids().get(reader)).extracting(SeenId::id).containsExactly("good");
        assertThat(await(database.archive().deadLetters(site, 100, null)).items())
                .hasSize(5)
                .contains(new DeadLetter(NOON, null, "t", "not-json", "pq"));
        assertThat(await(database.archive().audit(site, 10, null)).items()).isEmpty();
    }

    @Test
    void what_vanished_is_retired_and_what_returns_has_its_old_key() {
        List<String> before = TestStore.query(shared.address(), "SELECT key FROM device WHERE id = '" + reader + "'");
        await(journal.register(
                TestStore.premises(TestStore.without(house, reader)), NOON, "ann", List.of("- device " + reader)));
        assertThat(TestStore.query(
                        shared.address(), "SELECT retired_at IS NOT NULL FROM device WHERE id = '" + reader + "'"))
                .containsExactly("t");
        await(journal.commit(batch(entry(site, heard(reader, "late", NOON, "{}")))));

        await(journal.register(TestStore.premises(house), NOON, "bob", List.of("+ device " + reader, "and more")));
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
                .compose(mine -> mine.register(TestStore.premises(house), NOON, "start", List.of())
                        .map(done -> Vertx.currentContext() == loop)
                        .compose(first -> mine.commit(batch(entry(site, heard(reader, "x", NOON, "{}"))))
                                .compose(done -> mine.load(house, NOON))
                                .map(memory -> List.of(
                                        first,
                                        Vertx.currentContext() == loop,
                                        memory.ids().size() == 1))))
                .onComplete(seen::complete, seen::completeExceptionally));
        assertThat(seen.get(60, TimeUnit.SECONDS)).containsOnly(true);
        await(second.close());
    }

    private static String incompressible(int length) {
        return new Random(1)
                .ints(length, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private Memory load() {
        return await(journal.load(house, NOON));
    }

    private AccessEvent event(Instant at, String swipe, String door, String member) {
        return new AccessEvent(
                at,
                at.plusMillis(3),
                reader,
                door,
                swipe,
                "04A2",
                CredentialType.CARD,
                member,
                Direction.IN,
                Outcome.DENIED,
                Reason.OUTSIDE_HOURS);
    }

    private static Judged judged(Instant at, double register, Verdict verdict, Booking booking) {
        return new Judged(new Reading(at, register), verdict, booking);
    }
}

package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static io.foyer.hub.store.TestStore.heard;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change.AuditRecord;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.OccupancyChange.BalanceUpdate;
import io.foyer.hub.domain.PeopleChange.MemberUpdate;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.Batch;
import io.foyer.hub.site.Batch.BatchEntry;
import io.foyer.hub.site.BatchRefusals;
import io.foyer.hub.site.Journal;
import io.foyer.hub.site.SiteMemory;
import io.foyer.hub.site.SiteMemory.RememberedId;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL does not take stands in no other row's way. */
@ExtendWith(SharedStore.class)
class RefusedContentTest {
    private final Database database;
    private final Journal journal;
    private final String site;
    private final SiteDefinition definition;
    private final String reader;

    RefusedContentTest(Shared shared) {
        this.database = shared.database;
        this.journal = shared.journal;
        this.site = shared.newSite();
        this.definition = TestStore.definition(site);
        this.reader = site + "-reader";
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "8", "1", "2,3,7", "0,1,2,3,4,5,6,7,8"})
    void content_that_the_database_refuses_becomes_a_dead_letter_and_the_rest_is_written_in_order(String places) {
        List<Integer> guilty =
                List.of(places.split(",")).stream().map(Integer::valueOf).toList();
        List<BatchEntry> entries = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            // One kind of poison can be seen before it is sent; of the other only the database knows (index row size).
            boolean visible = guilty.contains(i) && i % 2 == 0;
            boolean hidden = guilty.contains(i) && i % 2 == 1;
            String body = "{\"n\":" + i + "}" + (visible ? "\u0000\ud800x" : "x");
            entries.add(entry(
                    site,
                    heard(reader, "p" + i, NOON.plusSeconds(i), body),
                    new BalanceUpdate(TestStore.balance("house", i)),
                    new MemberUpdate(new Member(hidden ? incompressible(20_000) : "m", "n", null, Set.of()))));
        }
        await(journal.commit(new Batch(entries)));

        List<String> kept = IntStream.range(0, 9)
                .filter(i -> !guilty.contains(i))
                .mapToObj(i -> "p" + i)
                .toList();
        assertThat(load().ids().getOrDefault(reader, List.of()))
                .extracting(RememberedId::id)
                .containsExactlyElementsOf(kept);
        if (!kept.isEmpty()) {
            assertThat(load().balances())
                    .contains(TestStore.balance(
                            "house", Integer.parseInt(kept.get(kept.size() - 1).substring(1))));
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
                entry(site, new AuditRecord(NOON, "a\u0000", "b", "c", "d")),
                entry(site, new DeadLetter(NOON, null, "t\u0000", "not-json", "p\u0000q\udc00")),
                entry(site, heard(reader, "good", NOON, "{}")))));

        assertThat(load().ids().get(reader)).extracting(RememberedId::id).containsExactly("good");
        assertThat(await(database.archive().deadLetters(site, 100, null)).items())
                .hasSize(5)
                .contains(new DeadLetter(NOON, null, "t", "not-json", "pq"));
        assertThat(await(database.archive().audit(site, 10, null)).items()).isEmpty();
    }

    private static String incompressible(int length) {
        return new Random(1)
                .ints(length, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private SiteMemory load() {
        return await(TestStore.load(journal, definition, NOON));
    }

    @Test
    void whoever_gave_it_learns_which_entry_was_refused_and_why_and_the_dead_letter_names_no_person() {
        BatchEntry good = entry(site, new AuditRecord(NOON, "li", "lockdown", site, "a drill"));
        BatchEntry bad = entry(
                site,
                new MemberUpdate(new Member("m\u0000", "Ann Lee", null, Set.of())),
                new AuditRecord(NOON, "li", "put-member", "m", ""));
        BatchEntry tooLong = entry(
                site,
                new MemberUpdate(new Member(incompressible(20_000), "Bo Lee", null, Set.of())),
                new AuditRecord(NOON, "li", "put-member", "long", ""));
        BatchRefusals refusals = await(journal.commit(batch(good, bad, tooLong)));

        assertThat(refusals.of(good)).isNull();
        assertThat(refusals.of(bad)).contains("22021");
        assertThat(refusals.of(tooLong)).contains("54000");
        assertThat(await(database.archive().deadLetters(site, 100, null)).items())
                .extracting(DeadLetter::payload)
                .containsExactly("MemberUpdate, put-member long by li", "MemberUpdate, put-member m by li");
    }
}

package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.PeopleChange;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file of people that is too large for one statement. */
@ExtendWith(SharedStore.class)
class PeopleFileTest {
    private static final int PEOPLE = 1_200;

    private final Shared store;
    private final String site;

    PeopleFileTest(Shared store) {
        this.store = store;
        this.site = store.newSite();
    }

    /** Everybody with a card; the last one's name is given. */
    private static PeopleChange.PeopleUpdate file(String name) {
        List<Member> members = new ArrayList<>(IntStream.range(1, PEOPLE)
                .mapToObj(i -> new Member("m" + i, "Member " + i, null, Set.of()))
                .toList());
        members.add(new Member("last", name, null, Set.of()));
        List<Credential> credentials = members.stream()
                .map(member -> new Credential(
                        new Credential.CredentialKey(CredentialType.CARD, "card-" + member.id()),
                        member.id(),
                        false,
                        null))
                .toList();
        return new PeopleChange.PeopleUpdate(members, List.of(), credentials);
    }

    private List<Statement> statements(Change change) {
        KeyRegistry registry = new KeyRegistry();
        registry.put(site, new KeyRegistry.SiteKeys(1, ZoneOffset.UTC, Map.of(), Map.of(), Map.of(), Map.of()));
        BatchRows rows = new BatchRows(registry);
        rows.add(entry(site, change));
        return rows.statements();
    }

    private String count(String table) {
        return TestStore.query(
                        store.address(),
                        "SELECT count(*) FROM " + table + " WHERE site = (SELECT key FROM site WHERE id = '" + site
                                + "')")
                .get(0);
    }

    @Test
    void it_is_written_whole_and_what_comes_after_it_sees_it() {
        await(store.journal.commit(
                batch(entry(site, file("Last")), entry(site, new PeopleChange.MemberErasure("m7")))));

        assertThat(count("member")).isEqualTo("" + (PEOPLE - 1));
        assertThat(count("credential")).isEqualTo("" + (PEOPLE - 1));
    }

    @Test
    void where_its_last_row_is_refused_none_of_it_is_written_and_all_that_came_with_it_is() {
        Change other = new PeopleChange.MemberUpdate(new Member("other", "Other", null, Set.of()));
        await(store.journal.commit(batch(entry(site, other), entry(site, file("\0")))));

        assertThat(count("member")).isEqualTo("1");
        assertThat(count("credential")).isEqualTo("0");
        assertThat(count("dead_letter")).isEqualTo("1");

        await(store.journal.commit(batch(entry(site, file("Last")))));
        assertThat(count("member")).isEqualTo("" + (PEOPLE + 1));
    }

    @Test
    void each_of_its_statements_has_a_turn_of_the_loop_and_few_rows() {
        List<Statement> statements = statements(file("Last"));

        assertThat(statements).hasSize(6).allMatch(Statement::isLarge);
        assertThat(statements)
                .extracting(statement -> ((Object[]) statement.values().get().getValue(1)).length)
                .containsExactly(500, 500, 200, 500, 500, 200);
        assertThat(statements(
                        new PeopleChange.PeopleUpdate(file("Last").members().subList(0, 500), List.of(), List.of())))
                .singleElement()
                .matches(statement -> !statement.isLarge());
    }
}

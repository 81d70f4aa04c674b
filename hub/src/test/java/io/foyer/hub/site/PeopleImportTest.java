package io.foyer.hub.site;

import static io.foyer.hub.site.ImportedSite.card;
import static io.foyer.hub.site.ImportedSite.credentials;
import static io.foyer.hub.site.ImportedSite.file;
import static io.foyer.hub.site.ImportedSite.key;
import static io.foyer.hub.site.ImportedSite.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.PeopleChange;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.site.command.CredentialScreening;
import io.foyer.hub.site.command.EraseMember;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.PutCredential;
import io.foyer.hub.site.command.PutMember;
import io.foyer.hub.site.command.Reply;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleImportTest {
    private final ImportedSite site = new ImportedSite();

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    /** This number of cards, of which no reader takes one for another. */
    private static List<Credential> cards(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> card("m" + i + " card-" + i))
                .toList();
    }

    @Test
    void the_door_answers_between_any_two_slices_of_a_large_file() {
        site.imported(file("ann 04A2B3C4"));
        int cards = 2 * LoopSlices.A_TURN + 1;
        Future<Reply> reply = site.importPeople(file(cards(cards)));

        for (int turn = 1; turn <= 2; turn++) {
            assertThat(site.journal.waiting())
                    .as("not written before it is looked through")
                    .isZero();
            assertThat(site.turns).hasSize(1);
            assertThat(site.opensTo("04A2B3C4")).isTrue();
            site.turn();
        }
        assertThat(site.turns).isEmpty();
        assertThat(site.opensTo("card-0")).isFalse();

        site.let();
        int slices = 1;
        for (; !site.turns.isEmpty(); slices++) {
            assertThat(site.opensTo("04A2B3C4")).isTrue();
            assertThat(reply.isComplete()).isFalse();
            site.turn();
        }
        assertThat(slices).isEqualTo((3 * cards - 1) / LoopSlices.A_TURN + 1);
        assertThat(reply.result()).isEqualTo(new Reply.Success());
        assertThat(site.opensTo("card-0")).isTrue();
        assertThat(site.opensTo("card-" + (cards - 1))).isTrue();
    }

    @Test
    void a_file_brings_no_card_that_readers_take_for_a_registered_one() {
        site.imported(file("ann 04A2B3C4"));
        PeopleFile file = file("bob 1122334455", "bob C4B3A204");

        assertRefused(site.importPeople(file), "C4B3A204", "04A2B3C4");
        assertRefused(site.screen(file.credentials()), "C4B3A204", "04A2B3C4");
        assertThat(site.screen(credentials(List.of(card("bob 1122334455")))).result())
                .isEqualTo(new Reply.Success());
    }

    /** The same list comes once more, and a spreadsheet has taken the zeros from 0012345678. */
    @Test
    void a_file_may_name_a_card_by_another_reading_of_it() {
        site.imported(file("ann 00BC614E"));
        Future<Reply> reply = site.importPeople(file("ann 12345678"));
        site.let();

        assertThat(reply.result()).isEqualTo(new Reply.Success());
        assertThat(site.site.doorkeeper().credential(key("00BC614E"))).isNotNull();
        assertThat(site.site.doorkeeper().credential(key("12345678"))).isNull();
    }

    private static void assertRefused(Future<Reply> reply, String card, String because) {
        Reply.CredentialRefusal refused = (Reply.CredentialRefusal) reply.result();
        assertThat(refused.credentials()).containsOnlyKeys(key(card));
        assertThat(refused.credentials().get(key(card)).en()).contains(because);
        assertThat(refused.credentials().get(key(card)).zh()).contains(because);
    }

    @Test
    void of_a_file_and_a_card_of_one_moment_that_look_alike_the_second_is_refused() {
        site.imported(file("ann 1122334455"));
        site.change(new PutCredential(card("ann 04A2B3C4"), true));
        assertRefused(site.importPeople(file("bob C4B3A204")), "C4B3A204", "04A2B3C4");
        site.let();

        Future<Reply> second = site.importPeople(file("bob 05A2B3C4"));
        assertThat(site.change(new PutCredential(card("ann C4B3A205"), true)).result())
                .isInstanceOf(Reply.InvalidFields.class);
        site.let();
        assertThat(second.result()).isEqualTo(new Reply.Success());
    }

    @Test
    void of_two_files_of_one_moment_the_second_waits_and_is_held_against_the_first() {
        Future<Reply> first = site.importPeople(file("ann 04A2B3C4"));
        Future<Reply> second = site.importPeople(file("bob C4B3A204"));
        assertThat(second.isComplete()).isFalse();

        site.let();
        assertThat(first.result()).isEqualTo(new Reply.Success());
        assertRefused(second, "C4B3A204", "04A2B3C4");
    }

    @Test
    void what_is_registered_while_a_file_is_looked_through_is_asked_for_too() {
        site.imported(file("ann 1122334455"));
        List<Credential> cards = new ArrayList<>(cards(LoopSlices.A_TURN));
        cards.set(0, card("bob C4B3A204"));
        cards.set(1, card("cid 05A2B3C4"));
        cards.add(card("zoe last"));
        Future<Reply> reply = site.importPeople(file(cards));
        assertThat(site.turns).hasSize(1);

        site.change(new PutCredential(card("ann 04A2B3C4"), true));
        site.change(new PutCredential(card("ann 05A2B3C4"), true));
        site.allTurns();
        assertThat(((Reply.CredentialRefusal) reply.result()).credentials())
                .containsOnlyKeys(key("C4B3A204"), key("05A2B3C4"));
    }

    @Test
    void a_file_takes_no_card_from_another_member_and_a_single_request_may() {
        site.imported(file("ann 04A2B3C4"));
        site.done(new PutMember(member("bob")));
        PeopleFile file = file("bob 04A2B3C4");

        assertRefused(site.screen(file.credentials()), "04A2B3C4", "ann");
        assertRefused(site.importPeople(file), "04A2B3C4", "ann");

        Future<Reply> single = site.change(new PutCredential(card("bob 04A2B3C4"), true));
        site.let();
        assertThat(single.result()).isEqualTo(new Reply.Success());
        Future<Reply> again = site.importPeople(file);
        site.let();
        assertThat(again.result()).isEqualTo(new Reply.Success());
    }

    @Test
    void a_card_keeps_the_pin_that_it_has_and_whoever_was_erased_leaves_none() {
        site.imported(file("ann 04A2B3C4"));
        site.done(new PutCredential(card("ann 04A2B3C4", "sealed"), false));
        site.imported(file("ann 04A2B3C4"));
        assertThat(site.site.doorkeeper().credential(key("04A2B3C4")).pin()).isEqualTo("sealed");

        List<Credential> cards = new ArrayList<>(cards(LoopSlices.A_TURN));
        cards.add(0, card("ann 04A2B3C4"));
        Future<Reply> reply = site.importPeople(file(cards));
        site.change(new EraseMember("ann"));
        site.allTurns();
        site.let();
        site.let();
        site.allTurns();
        assertThat(reply.result()).isEqualTo(new Reply.Success());
        assertThat(site.site.doorkeeper().credential(key("04A2B3C4")).pin()).isNull();
    }

    @Test
    void of_more_than_a_thousand_refused_cards_the_rest_is_counted() {
        int cards = CredentialScreening.MOST_TOLD + 200;
        site.imported(file(cards(cards)));
        List<Credential> others = cards(cards).stream()
                .map(card -> card("bob " + card.key().value()))
                .toList();
        Future<Reply> reply = site.screen(credentials(others));
        site.allTurns();
        Reply.CredentialRefusal refused = (Reply.CredentialRefusal) reply.result();
        assertThat(refused.credentials()).hasSize(CredentialScreening.MOST_TOLD);
        assertThat(refused.more()).isEqualTo(200);
        assertThat(site.journal.written)
                .filteredOn(PeopleChange.PeopleUpdate.class::isInstance)
                .hasSize(1);
    }
}

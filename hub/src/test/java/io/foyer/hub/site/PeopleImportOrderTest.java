package io.foyer.hub.site;

import static io.foyer.hub.site.ImportedSite.card;
import static io.foyer.hub.site.ImportedSite.file;
import static io.foyer.hub.site.ImportedSite.key;
import static io.foyer.hub.site.ImportedSite.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.site.command.EraseMember;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.PutCredential;
import io.foyer.hub.site.command.PutMember;
import io.foyer.hub.site.command.Reply;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Single commands while a file is on its way, and a database that does not take the file. */
class PeopleImportOrderTest {
    private final ImportedSite site = new ImportedSite();

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    /** A file of several slices; its cards are {@code card-0} and so on. */
    private static PeopleFile large() {
        return file(IntStream.range(0, LoopSlices.A_TURN + 1)
                .mapToObj(i -> card("m" + i + " card-" + i))
                .toList());
    }

    /** A large file is durable, and its first slice of members is in force. */
    private Future<Reply> arriving() {
        Future<Reply> reply = site.importPeople(large());
        site.allTurns();
        site.let();
        assertThat(site.turns).hasSize(1);
        return reply;
    }

    @Test
    void a_card_that_is_removed_before_its_slice_comes_is_not_brought_back() {
        Future<Reply> reply = arriving();
        site.change(new PutCredential(blocked("m1 card-1"), true));
        site.change(new PutCredential(card("m2 card-2"), false));
        site.change(new PutCredential(blocked("m2 card-2"), false));
        site.let();
        site.let();
        site.allTurns();

        assertThat(reply.result()).isEqualTo(new Reply.Success());
        assertThat(site.opensTo("card-0")).isTrue();
        assertThat(site.opensTo("card-1")).isFalse();
        assertThat(site.opensTo("card-2")).isFalse();
    }

    private static Credential blocked(String text) {
        return new Credential(card(text).key(), card(text).member(), true, null);
    }

    @Test
    void who_is_erased_and_entered_anew_meanwhile_has_nothing_of_the_file() {
        arriving();
        site.change(new EraseMember("m1"));
        site.change(new PutMember(member("m1")));
        site.let();
        site.let();
        site.allTurns();

        assertThat(site.site.doorkeeper().knows("m1")).isTrue();
        assertThat(site.site.doorkeeper().membership("m1.all")).isNull();
        assertThat(site.site.doorkeeper().credential(key("card-1"))).isNull();
    }

    @Test
    void who_is_entered_singly_in_the_same_moment_has_what_the_file_gives_them() {
        Future<Reply> reply = site.importPeople(file("ann 04A2B3C4"));
        site.change(new PutMember(new Member("ann", "Ann", "Team", Set.of())));
        site.let();
        assertThat(reply.result()).isEqualTo(new Reply.Success());
        assertThat(site.opensTo("04A2B3C4")).isTrue();
    }

    @Test
    void a_file_that_the_database_does_not_take_is_answered_after_a_while_and_has_not_happened() {
        site.change(new PutMember(member("ann")));
        Future<Reply> reply = site.importPeople(file("bob 04A2B3C4"));
        site.patienceEnds();
        assertThat(reply.result()).isEqualTo(new Reply.Unavailability());

        site.let();
        assertThat(site.journal.waiting()).isZero();
        Future<Reply> next = site.importPeople(file("cid C4B3A204"));
        site.let();
        assertThat(next.result()).isEqualTo(new Reply.Success());
    }

    @Test
    void a_file_that_is_on_its_way_when_the_database_falls_silent_comes_into_force_if_that_has_it() {
        Future<Reply> reply = site.importPeople(file("bob 04A2B3C4"));
        site.patienceEnds();
        assertThat(reply.result()).isEqualTo(new Reply.OpenOutcome());

        site.let();
        assertThat(site.opensTo("04A2B3C4")).isTrue();
    }

    @Test
    void a_file_on_which_something_later_rests_is_not_taken_back() {
        site.change(new PutMember(member("ann")));
        Future<Reply> reply = site.importPeople(file("bob 04A2B3C4"));
        site.change(new PutMember(new Member("bob", "Bob", null, Set.of())));
        site.patienceEnds();
        assertThat(reply.result()).isEqualTo(new Reply.OpenOutcome());
        site.let();
        site.let();
        assertThat(site.opensTo("04A2B3C4")).isTrue();
    }

    @Test
    void a_file_that_waits_for_another_is_not_begun_when_nobody_waits_for_it_any_more() {
        site.importPeople(file("ann 04A2B3C4"));
        Future<Reply> second = site.importPeople(file("bob 1122334455"));
        site.patienceEnds();
        assertThat(second.result()).isEqualTo(new Reply.Unavailability());
        site.let();
        assertThat(site.journal.waiting()).isZero();
        assertThat(site.opensTo("1122334455")).isFalse();
    }

    @Test
    void while_the_database_is_away_no_file_is_begun() {
        site.change(new PutMember(member("ann")));
        site.refuse();
        assertThat(site.importPeople(file("bob 04A2B3C4")).result()).isEqualTo(new Reply.Unavailability());
    }

    @Test
    void a_larger_file_is_waited_for_longer() {
        assertThat(PeopleImport.patienceMs(file("ann 04A2B3C4"))).isEqualTo(3_000);
        assertThat(PeopleImport.patienceMs(large())).isEqualTo(3_150);
        site.importPeople(large());
        assertThat(site.later).containsOnlyKeys(3_150L);
    }

    @Test
    void only_so_many_files_wait() {
        List<Future<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            replies.add(site.importPeople(file("m" + i + " card-" + i)));
        }
        assertThat(replies.get(4).result()).isInstanceOf(Reply.Conflict.class);
        for (int i = 0; i < 4; i++) {
            site.let();
            assertThat(replies.get(i).result()).isEqualTo(new Reply.Success());
        }
        site.imported(file("m5 card-5"));
        assertThat(site.opensTo("card-5")).isTrue();
    }
}

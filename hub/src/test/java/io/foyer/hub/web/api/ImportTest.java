package io.foyer.hub.web.api;

import static io.foyer.hub.web.api.ImportHub.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.web.api.ImportHub.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of a file of people. */
class ImportTest {
    private static final ImportHub FILES = new ImportHub();

    @AfterAll
    static void stop() {
        FILES.close();
    }

    @BeforeEach
    void nothing_was_done_yet() {
        FILES.forget();
    }

    @Test
    void a_row_has_a_member_a_membership_and_a_card_and_who_has_more_has_more_rows() throws Exception {
        Answered answer = FILES.send(PATH, """
                name,member,plan,from,until,credential,credential-type,exempt,pin,credential-until,membership
                "Li, Lei",li,day,2026-11-01,2026-11-30,04A2,,capacity; booking,2468,2026-11-30,
                ,li,day,2026-12-01,,沪A123,plate,,,,second
                Han,han,,,,,,,,,
                """);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().path("imported").asBoolean()).isTrue();
        assertThat(answer.body().path("rows").asInt()).isEqualTo(3);
        PeopleFile all = FILES.imported();
        assertThat(all.members())
                .containsExactly(
                        new Member("li", "Li, Lei", null, Set.of("capacity", "booking")),
                        new Member("han", "Han", null, Set.of()));
        assertThat(all.memberships()).extracting(Membership::id).containsExactly("li.day", "second");
        Credential card = FILES.importedCredentials().get(0);
        assertThat(card.key()).isEqualTo(new Credential.CredentialKey(CredentialType.CARD, "04A2"));
        assertThat(card.until()).isEqualTo("2026-11-30T16:00:00Z");
        assertThat(card.pin()).isEqualTo(FILES.hub.recognition.pins().beside("harbour", card.key(), "2468"));
        assertThat(FILES.importedCredentials().get(1).key().type()).isEqualTo(CredentialType.PLATE);
    }

    private static final String BAD = """
            member,name,plan,from,until,zone,credential,credential-type,credential-status,pin
            ok,Ok,day,2026-11-01,,,A1,,,
            ,Nobody,,,,,,,,
            two,"Two
            lines",night,2026-11-01,,,,,,
            three,Three,day,2026-11-02,2026-11-01,,,,,
            four,,,,,,,,,
            five,Five,day,soon,,attic,,,,
            six,Six,,,,,A1,,,
            seven,Seven,,,,,B1,coin,,12
            eight,Eight,,,,,C1,pin,lost,
            ok,Other,,,,,,,,
            nine,Nine,,,,,,,,,too,many
            """;

    @Test
    void a_dry_run_tells_every_bad_row_by_its_line_and_changes_nothing() throws Exception {
        Answered answer = FILES.send(PATH + "?dryRun=true", BAD);
        assertThat(answer.status()).isEqualTo(200);
        List<String> errors = new ArrayList<>();
        answer.body().path("errors").forEach(error -> {
            errors.add(error.path("line").asInt() + " " + error.path("field").asText());
            assertThat(error.at("/text/zh").asText()).isNotEmpty();
            assertThat(error.at("/text/en").asText()).isNotEmpty();
        });
        assertThat(errors)
                .containsExactly(
                        "3 member",
                        "4 plan",
                        "6 until",
                        "7 name",
                        "8 zone",
                        "8 from",
                        "9 credential",
                        "10 credential-type",
                        "10 pin",
                        "11 credential-type",
                        "11 credential-status",
                        "12 member",
                        "13 ");
        assertThat(answer.body().path("imported").asBoolean()).isFalse();
        FILES.assertNothingWasImported();
    }

    @ParameterizedTest
    @CsvSource({"?dryRun=true, 200", "'', 400"})
    void what_is_registered_already_objects_by_the_files_line(String query, int status) throws Exception {
        FILES.hub.sites.reply = new Reply.CredentialRefusal(Map.of(card("04A2B3C5"), BilingualText.of("taken")), 0);
        Answered answer = FILES.send(PATH + query, """
                member,name,credential
                one,One,04A2B3C4
                two,"Two
                lines",
                three,Three,04A2B3C5
                """);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("imported").asBoolean()).isFalse();
        assertThat(answer.body().path("errors")).hasSize(1);
        assertThat(answer.body().at("/errors/0/line").asInt()).isEqualTo(5);
        assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo("credential");
        assertThat(answer.body().at("/errors/0/text/en").asText()).isEqualTo("taken");
    }

    private static Credential.CredentialKey card(String value) {
        return new Credential.CredentialKey(CredentialType.CARD, value);
    }

    @Test
    void of_two_cards_of_a_file_that_look_alike_the_second_is_wrong() throws Exception {
        Answered answer = FILES.send(PATH, """
                member,name,credential
                one,One,04A2B3C4
                two,Two,1122334455
                three,Three,C4-B3-A2-04
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors")).hasSize(1);
        assertThat(answer.body().at("/errors/0/line").asInt()).isEqualTo(4);
        assertThat(answer.body().at("/errors/0/text/en").asText()).contains("line 2");
    }

    @Test
    void a_file_with_a_bad_row_is_refused_whole() throws Exception {
        Answered answer = FILES.send(PATH, BAD);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors")).hasSize(13);
        assertThat(answer.body().path("detail").asText()).contains("13 errors");
        FILES.assertNothingWasImported();
    }

    @Test
    void no_more_than_1000_errors_are_told_one_by_one() throws Exception {
        Answered answer = FILES.send(PATH + "?dryRun=true", "member,name\n" + "a b,A\n".repeat(1_500));
        assertThat(answer.body().path("errors")).hasSize(1_000);
        assertThat(answer.body().path("more").asInt()).isEqualTo(500);
    }

    @Test
    void what_is_registered_is_counted_among_the_errors_that_are_too_many_and_told_in_the_order_of_lines()
            throws Exception {
        FILES.hub.sites.reply = new Reply.CredentialRefusal(Map.of(card("04A2B3C4"), BilingualText.of("taken")), 7);
        Answered answer = FILES.send(PATH, "member,name,credential\none,One,04A2B3C4\n" + "a b,A,\n".repeat(1_500));
        assertThat(answer.body().path("errors")).hasSize(1_000);
        assertThat(answer.body().at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(answer.body().path("more").asInt()).isEqualTo(501 + 7);
        assertThat(answer.body().path("detail").asText()).contains("1508 errors");
    }

    @Test
    void a_file_of_more_than_200000_rows_is_refused_with_what_to_do() throws Exception {
        Answered answer = FILES.send(PATH, "member,name\n" + "a,A\n".repeat(200_001));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/line").asInt()).isEqualTo(200_002);
        assertThat(answer.body().at("/errors/0/text/en").asText()).contains("several files");
        assertThat(FILES.send(PATH, "member,name\n" + "a,A\n".repeat(200_000)).status())
                .isEqualTo(200);
    }
}

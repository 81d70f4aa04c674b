package io.foyer.hub.web.api;

import static io.foyer.hub.web.api.ImportHub.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.api.ImportHub.Answered;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of people that have been through a spreadsheet. */
class SpreadsheetTest {
    private static final ImportHub FILES = new ImportHub();
    private static final Member LENA = new Member("u1", "Lena", null, Set.of());

    @AfterAll
    static void stop() {
        FILES.close();
    }

    @BeforeEach
    void nothing_was_done_yet() {
        FILES.forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "member,name,\nu1,Lena,\n",
                "member,name\nu1,Lena,,,\n",
                "member,name\n,,\n\n \t,\nu1,Lena\n , \n",
                "\n,\nmember,name\nu1,Lena",
                "member,,name\nu1,,Lena\n",
                "member;name\nu1;Lena\n",
                "member\tname\nu1\tLena\n",
                "sep=;\nmember;name\nu1;Lena\n",
                "sep=,\r\nmember,name\r\nu1,Lena\r\n",
                "member,name\ru1,Lena\r",
                "\uFEFF\uFEFFmember,name\n\uFEFFu1,\uFEFFLena\n",
                "member,name\nu1,Lena\n\uFEFFmember,name\nu1,Lena\n",
                " Member\u00A0,NAME\nu1,Lena\n",
                "\"member\";\"name\"\n\"u1\";\"Lena\"\n",
                "member,name\n=\"u1\",=\"Lena\"\n",
            })
    void what_is_blank_or_only_form_is_no_content(String file) throws Exception {
        Answered answer = FILES.send(PATH, file);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(FILES.imported().members()).containsExactly(LENA);
    }

    @Test
    void a_cell_in_a_column_without_a_title_is_told() throws Exception {
        Answered answer = FILES.send(PATH, "member,name,\nu1,Lena,39\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(answer.body().at("/errors/0/text/en").asText()).contains("column 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "x-UTF-16LE-BOM"})
    void utf16_with_its_mark_is_read(String charset) throws Exception {
        Answered answer = FILES.send(PATH, "member\tname\r\nu1\tLena\r\n".getBytes(Charset.forName(charset)));
        assertThat(answer.body().path("encoding").asText()).isEqualTo("UTF-16");
        assertThat(FILES.imported().members()).containsExactly(LENA);
    }

    /** Read as GBK, an umlaut and the letter after it would become a Chinese character. */
    @ParameterizedTest
    @ValueSource(strings = {"?dryRun=true", ""})
    void western_text_of_8_bits_is_told_by_its_lines(String query) throws Exception {
        byte[] file = "member,name\nu1,Lena\nu2,J\u00FCrgen\nu3,Ann\nu4,Gr\u00F6\u00DFner\n"
                .getBytes(Charset.forName("windows-1252"));
        Answered answer = FILES.send(PATH + query, file);

        assertThat(answer.status()).isEqualTo(query.isEmpty() ? 400 : 200);
        assertThat(answer.body().path("errors")).hasSize(2);
        assertThat(answer.body().at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(answer.body().at("/errors/1/line").asInt()).isEqualTo(5);
        assertThat(answer.body().at("/errors/0/text/en").asText()).contains("CSV UTF-8");
        FILES.assertNothingWasImported();
    }

    @Test
    void a_rare_character_is_read_among_everyday_chinese() throws Exception {
        assertThat(FILES.send(PATH, "member,name\nzhu,\u6731\u9555\u57FA\n".getBytes(Charset.forName("GBK")))
                        .status())
                .isEqualTo(200);
        assertThat(FILES.imported().members()).extracting(Member::name).containsExactly("\u6731\u9555\u57FA");
    }

    private static String until(String... cells) {
        return "member,name,plan,from,until\n"
                + String.join(
                        "",
                        List.of(cells).stream()
                                .map("u1,Lena,day,%s%n"::formatted)
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-01,2026-11-30",
                "2026/11/1,2026/11/30",
                "2026.11.1,2026.11.30",
                "1.11.2026,30.11.2026",
                "01.11.2026,30.11.2026",
                "11/1/2026,11/30/2026",
                "1/11/2026,30/11/2026",
                "11/1/26,11/30/26",
                "01-11-2026,30-11-2026",
                "2026\u5E7411\u67081\u65E5,2026\u5E7411\u670830\u65E5",
                "2026/11/1 0:00,2026-11-30 00:00:00"
            })
    void the_days_of_any_spreadsheet_are_read(String days) throws Exception {
        Answered answer = FILES.send(PATH, until(days));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        Membership held = FILES.imported().memberships().get(0);
        assertThat(held.from()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(held.until()).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void a_day_that_may_be_two_is_told_unless_another_of_the_file_settles_it() throws Exception {
        Answered answer = FILES.send(PATH, until("11/1/2026,2027-01-01"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors")).hasSize(1);
        assertThat(answer.body().at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(answer.body().at("/errors/0/text/en").asText()).contains("2026-11-30");

        Answered years = FILES.send(PATH, until("1/11/26,30/11/26"));
        assertThat(years.body().path("errors")).hasSize(2);

        FILES.forget();
        String other = "u2,Ann,day,10/31/2026,\n";
        assertThat(FILES.send(PATH, until("11/1/2026,2027-01-01") + other).status())
                .isEqualTo(200);
        assertThat(FILES.imported().memberships().get(0).from()).isEqualTo(LocalDate.of(2026, 11, 1));

        String contrary = "u3,Tom,day,31/10/2026,\n";
        assertThat(FILES.send(PATH, until("11/1/2026,2027-01-01") + other + contrary)
                        .body()
                        .path("errors"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "WAHR", "yes", "1"})
    void a_truth_value_is_read_in_the_language_of_the_spreadsheet(String cell) throws Exception {
        FILES.send(
                PATH, "member,name,plan,starts-on-first-use,membership-status\nu1,Lena,day," + cell + ",Suspended\n");
        assertThat(FILES.imported().memberships().get(0).startsOnFirstUse()).isTrue();
        assertThat(FILES.imported().memberships().get(0).status()).isEqualTo(Membership.MembershipStatus.SUSPENDED);
    }

    /** None of these cells is a number, a date or a truth value to a spreadsheet, which would write it otherwise. */
    @Test
    void what_is_exported_survives_a_spreadsheet() throws Exception {
        List<String> texts = List.of("007", "1-2", "MAR1", "TRUE", "1E5", "1234567890123456", "3/4", "0815", "9:30");
        FILES.hub.archive.members.clear();
        FILES.hub.archive.memberships.clear();
        FILES.hub.archive.credentials.clear();
        List<String> ids = List.of("007", "1-2", "MAR1", "TRUE", "1E5", "123456789012345", "plain", "12", "1.50");
        for (int i = 0; i < ids.size(); i++) {
            FILES.hub.archive.members.put(ids.get(i), new Member(ids.get(i), texts.get(i), null, Set.of()));
        }
        List<String> cards = List.of(
                "12345678", "01234567", "1234567890", "04123456789012", "12345E67", "1DEC2020", "0012E345", "04A2B3C4");
        for (int i = 0; i < cards.size(); i++) {
            FILES.hub.archive.credentials.add(new Credential(
                    new Credential.CredentialKey(CredentialType.CARD, cards.get(i)),
                    ids.get(i),
                    false,
                    Instant.parse(i == 0 ? "2026-11-30T16:00:00Z" : "2026-11-30T16:30:00Z")));
        }
        FILES.hub.archive.credentials.add(new Credential(
                new Credential.CredentialKey(CredentialType.MOBILE, "0049123456789"), "12", false, null));

        String file = FILES.hub
                .get(Role.ADMIN, "/api/v1/sites/harbour/export/members")
                .body();

        assertThat(file).contains(",2026-11-30\r\n".replace("\r\n", ","), ",04A2B3C4,", ",'0x12345678,", "\r\nplain,");
        for (String line : file.lines().skip(1).toList()) {
            for (String cell : line.split(",", -1)) {
                boolean isDay = cell.matches("2026-11-30.*");
                assertThat(!isDay && SheetCell.isRewritten(cell)).as(cell).isFalse();
            }
        }
        assertThat(FILES.send(PATH, file.getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(200);
        assertThat(FILES.imported().members()).containsExactlyInAnyOrderElementsOf(FILES.hub.archive.members.values());
        assertThat(FILES.importedCredentials()).containsExactlyInAnyOrderElementsOf(FILES.hub.archive.credentials);
    }

    @Test
    void a_dry_run_tells_the_errors_of_the_true_run() throws Exception {
        String file = "member,name,credential\nu1,A,4.12346E+12\nu2,B,04A2B3C4\nu3,C,04A2B3C4 04A2B3C5\n"
                + "u4,D,C4B3A204\nu9,#NAME?,\nu 8,Ann,\n";
        Answered dry = FILES.send(PATH + "?dryRun=true", file);
        Answered wet = FILES.send(PATH, file);
        assertThat(dry.status()).isEqualTo(200);
        assertThat(wet.status()).isEqualTo(400);
        assertThat(dry.body().path("errors")).hasSize(5).isEqualTo(wet.body().path("errors"));
    }
}

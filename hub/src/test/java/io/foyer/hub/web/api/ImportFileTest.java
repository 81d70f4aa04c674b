package io.foyer.hub.web.api;

import static io.foyer.hub.web.api.ImportHub.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.web.TestHub;
import io.foyer.hub.web.api.ImportHub.Answered;
import java.io.IOException;
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

/** Files of people as they are sent and given back. */
class ImportFileTest {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final ImportHub FILES = new ImportHub();

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
                "",
                "name\nAnn\n",
                "member,name,shoe\nann,Ann,39\n",
                "member,name,name\nann,Ann,Ann\n",
                "member/name\nann/Ann\n",
                "member,name\nann,\"Ann\"x\n",
                "member,name\nann,\"Ann\n"
            })
    void a_file_that_is_no_table_of_people_is_told(String file) throws Exception {
        Answered answer = FILES.send(PATH + "?dryRun=true", file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("errors")).isNotEmpty();
        assertThat(FILES.send(PATH, file).status()).isEqualTo(400);
        FILES.assertNothingWasImported();
    }

    @Test
    void the_first_line_may_be_in_capitals_and_a_column_that_is_not_known_is_told_those_that_are() throws Exception {
        assertThat(FILES.send(PATH, "Member , NAME\nann,Ann\n").status()).isEqualTo(200);
        assertThat(FILES.imported().members()).containsExactly(new Member("ann", "Ann", null, Set.of()));

        Answered answer = FILES.send(PATH, "member/name\nann/Ann\n");
        assertThat(answer.body().path("errors").path(0).path("text").path("en").asText())
                .contains("commas, semicolons or tabs", "member, name, company", "credential-until, pin");
    }

    @Test
    void utf8_with_and_without_its_mark_and_gbk_are_read() throws Exception {
        String file = "member,name\r\nli,李雷\r\n";
        byte[] plain = file.getBytes(StandardCharsets.UTF_8);
        byte[] marked = new byte[plain.length + MARK.length];
        System.arraycopy(MARK, 0, marked, 0, MARK.length);
        System.arraycopy(plain, 0, marked, MARK.length, plain.length);
        for (byte[] bytes : List.of(plain, marked, file.getBytes(Charset.forName("GBK")))) {
            FILES.hub.sites.files.clear();
            assertThat(FILES.send(PATH, bytes).status()).isEqualTo(200);
            assertThat(FILES.imported().members()).containsExactly(new Member("li", "李雷", null, Set.of()));
        }
        assertThat(FILES.send(PATH, new byte[] {(byte) 0xFF, (byte) 0xFE, 'm', 0})
                        .status())
                .isEqualTo(400);
    }

    @Test
    void ten_megabytes_are_read_and_more_is_refused_with_what_to_do() throws Exception {
        StringBuilder file = new StringBuilder("member,name,company\n");
        for (int i = 0; file.length() < 10 * 1024 * 1024 - 300; i++) {
            file.append('m').append(i).append(",Name,").append("x".repeat(200)).append('\n');
        }
        Answered whole = FILES.send(PATH + "?dryRun=true", file.toString());
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body().path("errors")).isEmpty();
        file.append("x".repeat(400));
        Answered more = FILES.send(PATH + "?dryRun=true", file.toString());
        assertThat(more.status()).isEqualTo(413);
        assertThat(more.body().path("detail").asText()).contains("10 MB");
    }

    @Test
    void a_stranger_is_told_so_before_the_file_is_read() throws Exception {
        assertThat(FILES.post(PATH, "member,name\n".getBytes(StandardCharsets.UTF_8), "text/csv", null)
                        .status())
                .isEqualTo(401);
        String desk = FILES.hub.accounts.token(Role.DESK);
        assertThat(FILES.post(PATH, "member,name\n".getBytes(StandardCharsets.UTF_8), "text/csv", desk)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_is_no_csv_by_its_type_is_refused() throws Exception {
        String token = FILES.hub.accounts.token(Role.ADMIN);
        Answered answer = FILES.post(PATH, "{}".getBytes(StandardCharsets.UTF_8), "application/json", token);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body().path("detail").asText()).contains("text/csv");
    }

    @Test
    void while_the_database_is_away_nothing_is_imported() throws Exception {
        FILES.hub.sites.reply = new Reply.Unavailability();
        assertThat(FILES.send(PATH, "member,name\nann,Ann\n").status()).isEqualTo(503);
    }

    @Test
    void what_is_exported_can_be_imported_and_no_cell_is_a_formula() throws IOException, Exception {
        List<String> names = List.of(
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1",
                "@sum",
                "\tcmd",
                "'=x",
                "''quoted",
                "'plain",
                "＝1+1",
                "O'Brien, \"Ann\"",
                "two\r\nlines",
                " 李 雷 🚪 ");
        FILES.hub.archive.members.clear();
        for (int i = 0; i < names.size(); i++) {
            FILES.hub.archive.members.put(
                    "m" + i, new Member("m" + i, names.get(i), "=1", Set.of("capacity", "booking")));
        }
        List<Membership> memberships = List.of(
                new Membership(
                        "x1",
                        "m1",
                        "day",
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 30),
                        Membership.MembershipStatus.SUSPENDED,
                        "lounge",
                        "+Team",
                        true),
                new Membership(
                        "x2",
                        "m1",
                        "day",
                        LocalDate.of(2026, 11, 2),
                        null,
                        Membership.MembershipStatus.ACTIVE,
                        null,
                        null));
        List<Credential> credentials = List.of(
                new Credential(
                        new Credential.CredentialKey(CredentialType.MOBILE, "-04A2"),
                        "m2",
                        true,
                        Instant.parse("2026-12-01T00:00:00Z")),
                new Credential(Credential.CredentialKey.of(CredentialType.PLATE, "沪A·123"), "m1", false, null));
        FILES.hub.archive.memberships.clear();
        FILES.hub.archive.memberships.addAll(memberships);
        FILES.hub.archive.credentials.clear();
        FILES.hub.archive.credentials.addAll(credentials);
        FILES.hub.archive.credentials.add(
                new Credential(new Credential.CredentialKey(CredentialType.PIN, "sealed"), "m3", false, null));

        TestHub.Reply file = FILES.hub.get(Role.ADMIN, "/api/v1/sites/harbour/export/members");
        assertThat(file.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(file.header("Content-Disposition")).contains("harbour-members.csv");
        assertThat(file.body()).startsWith("\uFEFFmember,name,").doesNotContain("sealed");
        assertThat(file.body()).doesNotContainPattern("(?m)(^|,)\"?[=+@\\t＝-]");

        Answered answer = FILES.send(PATH, file.body());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(FILES.imported().members()).containsExactlyInAnyOrderElementsOf(FILES.hub.archive.members.values());
        assertThat(FILES.imported().memberships()).containsExactlyInAnyOrderElementsOf(memberships);
        assertThat(FILES.importedCredentials()).containsExactlyInAnyOrderElementsOf(credentials);
    }
}

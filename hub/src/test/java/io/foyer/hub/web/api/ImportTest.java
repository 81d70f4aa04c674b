package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Plan;
import io.foyer.hub.domain.house.Schedule;
import io.foyer.hub.domain.house.Text;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Act;
import io.foyer.hub.site.Reply;
import io.foyer.hub.web.TestHub;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
    private static final String PATH = "/api/v1/sites/harbour/import/members";
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = new TestHub();
        House house = hub.houses.harbour;
        hub.houses.harbour = new House(
                house.site(),
                house.name(),
                house.timeZone(),
                house.currency(),
                house.zones(),
                house.doors(),
                house.devices(),
                house.meters(),
                house.schedules(),
                House.byId(
                        List.of(new Plan("day", Text.of("Day"), List.of("f1"), Schedule.ALWAYS, null, 0)), Plan::id));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @BeforeEach
    void nothing_was_done_yet() {
        hub.houses.acts.clear();
        hub.houses.reply = new Reply.Done();
    }

    private record Answered(int status, JsonNode body) {}

    private static Answered post(String path, byte[] file, String type, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(hub.uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> answer = hub.client().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answered(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
    }

    private static Answered send(String path, byte[] file) throws Exception {
        return post(path, file, "text/csv", hub.accounts.token(Role.ADMIN));
    }

    private static Answered send(String path, String file) throws Exception {
        return send(path, file.getBytes(StandardCharsets.UTF_8));
    }

    private static Act.ImportPeople imported() {
        assertThat(hub.houses.acts).hasSize(1);
        return (Act.ImportPeople) hub.houses.acts.get(0);
    }

    @Test
    void a_row_has_a_member_a_membership_and_a_card_and_who_has_more_has_more_rows() throws Exception {
        Answered answer = send(PATH, """
                name,member,plan,from,until,credential,credential-type,exempt,pin,credential-until,membership
                "Li, Lei",li,day,2026-11-01,2026-11-30,04A2,,capacity; booking,2468,2026-11-30,
                ,li,day,2026-12-01,,沪A123,plate,,,,second
                Han,han,,,,,,,,,
                """);
        assertThat(answer.status()).as(answer.body.toString()).isEqualTo(200);
        assertThat(answer.body.path("imported").asBoolean()).isTrue();
        assertThat(answer.body.path("rows").asInt()).isEqualTo(3);
        Act.ImportPeople all = imported();
        assertThat(all.members())
                .containsExactly(
                        new Member("li", "Li, Lei", null, Set.of("capacity", "booking")),
                        new Member("han", "Han", null, Set.of()));
        assertThat(all.memberships()).extracting(Membership::id).containsExactly("li.day", "second");
        Credential card = all.credentials().get(0);
        assertThat(card.key()).isEqualTo(new Credential.Key(CredentialType.CARD, "04A2"));
        assertThat(card.until()).isEqualTo("2026-11-30T16:00:00Z");
        assertThat(card.pin()).isEqualTo(hub.recognition.pins().beside("harbour", card.key(), "2468"));
        assertThat(all.credentials().get(1).key().type()).isEqualTo(CredentialType.PLATE);
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
        Answered answer = send(PATH + "?dryRun=true", BAD);
        assertThat(answer.status()).isEqualTo(200);
        List<String> errors = new ArrayList<>();
        answer.body.path("errors").forEach(error -> {
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
        assertThat(answer.body.path("imported").asBoolean()).isFalse();
        assertNothingWasImported();
    }

    private static void assertNothingWasImported() {
        assertThat(hub.houses.acts).noneMatch(Act.ImportPeople.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({"?dryRun=true, 200", "'', 400"})
    void what_is_registered_already_objects_by_the_files_line(String query, int status) throws Exception {
        hub.houses.reply = new Reply.Refused(new TreeMap<>(Map.of(1, Text.of("taken"))));
        Answered answer = send(PATH + query, """
                member,name,credential
                one,One,04A2B3C4
                two,"Two
                lines",
                three,Three,04A2B3C5
                """);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body.path("imported").asBoolean()).isFalse();
        assertThat(answer.body.path("errors")).hasSize(1);
        assertThat(answer.body.at("/errors/0/line").asInt()).isEqualTo(5);
        assertThat(answer.body.at("/errors/0/field").asText()).isEqualTo("credential");
        assertThat(answer.body.at("/errors/0/text/en").asText()).isEqualTo("taken");
    }

    @Test
    void a_file_with_a_bad_row_is_refused_whole() throws Exception {
        Answered answer = send(PATH, BAD);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body.path("errors")).hasSize(13);
        assertThat(answer.body.path("detail").asText()).contains("13 errors");
        assertNothingWasImported();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name\nAnn\n",
                "member,name,shoe\nann,Ann,39\n",
                "member,name,name\nann,Ann,Ann\n",
                "member;name\nann;Ann\n",
                "member,name\nann,\"Ann\"x\n",
                "member,name\nann,\"Ann\n"
            })
    void a_file_that_is_no_table_of_people_is_told(String file) throws Exception {
        Answered answer = send(PATH + "?dryRun=true", file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body.path("errors")).isNotEmpty();
        assertThat(send(PATH, file).status()).isEqualTo(400);
        assertNothingWasImported();
    }

    @Test
    void utf8_with_and_without_its_mark_and_gbk_are_read() throws Exception {
        String file = "member,name\r\nli,李雷\r\n";
        byte[] plain = file.getBytes(StandardCharsets.UTF_8);
        byte[] marked = new byte[plain.length + MARK.length];
        System.arraycopy(MARK, 0, marked, 0, MARK.length);
        System.arraycopy(plain, 0, marked, MARK.length, plain.length);
        for (byte[] bytes : List.of(plain, marked, file.getBytes(Charset.forName("GBK")))) {
            hub.houses.acts.clear();
            assertThat(send(PATH, bytes).status()).isEqualTo(200);
            assertThat(imported().members()).containsExactly(new Member("li", "李雷", null, Set.of()));
        }
        assertThat(send(PATH, new byte[] {(byte) 0xFF, (byte) 0xFE, 'm', 0}).status())
                .isEqualTo(400);
    }

    @Test
    void ten_megabytes_are_read_and_more_is_refused_with_what_to_do() throws Exception {
        StringBuilder file = new StringBuilder("member,name,company\n");
        for (int i = 0; file.length() < 10 * 1024 * 1024 - 300; i++) {
            file.append('m').append(i).append(",Name,").append("x".repeat(200)).append('\n');
        }
        Answered whole = send(PATH + "?dryRun=true", file.toString());
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body.path("errors")).isEmpty();
        file.append("x".repeat(400));
        Answered more = send(PATH + "?dryRun=true", file.toString());
        assertThat(more.status()).isEqualTo(413);
        assertThat(more.body.path("detail").asText()).contains("10 MB");
    }

    @Test
    void no_more_than_1000_errors_are_told_one_by_one() throws Exception {
        Answered answer = send(PATH + "?dryRun=true", "member,name\n" + "a b,A\n".repeat(1_500));
        assertThat(answer.body.path("errors")).hasSize(1_000);
        assertThat(answer.body.path("more").asInt()).isEqualTo(500);
    }

    @Test
    void a_stranger_is_told_so_before_the_file_is_read() throws Exception {
        assertThat(post(PATH, "member,name\n".getBytes(StandardCharsets.UTF_8), "text/csv", null)
                        .status())
                .isEqualTo(401);
        String desk = hub.accounts.token(Role.DESK);
        assertThat(post(PATH, "member,name\n".getBytes(StandardCharsets.UTF_8), "text/csv", desk)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_is_no_csv_by_its_type_is_refused() throws Exception {
        String token = hub.accounts.token(Role.ADMIN);
        Answered answer = post(PATH, "{}".getBytes(StandardCharsets.UTF_8), "application/json", token);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body.path("detail").asText()).contains("text/csv");
    }

    @Test
    void while_the_database_is_away_nothing_is_imported() throws Exception {
        hub.houses.reply = new Reply.Unavailable();
        assertThat(send(PATH, "member,name\nann,Ann\n").status()).isEqualTo(503);
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
        hub.archive.members.clear();
        for (int i = 0; i < names.size(); i++) {
            hub.archive.members.put("m" + i, new Member("m" + i, names.get(i), "=1", Set.of("capacity", "booking")));
        }
        List<Membership> memberships = List.of(
                new Membership(
                        "x1",
                        "m1",
                        "day",
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 30),
                        Membership.Status.SUSPENDED,
                        "lounge",
                        "+Team",
                        true),
                new Membership(
                        "x2", "m1", "day", LocalDate.of(2026, 11, 2), null, Membership.Status.ACTIVE, null, null));
        List<Credential> credentials = List.of(
                new Credential(
                        new Credential.Key(CredentialType.MOBILE, "-04A2"),
                        "m2",
                        true,
                        Instant.parse("2026-12-01T00:00:00Z")),
                new Credential(Credential.Key.of(CredentialType.PLATE, "沪A·123"), "m1", false, null));
        hub.archive.memberships.clear();
        hub.archive.memberships.addAll(memberships);
        hub.archive.credentials.clear();
        hub.archive.credentials.addAll(credentials);
        hub.archive.credentials.add(
                new Credential(new Credential.Key(CredentialType.PIN, "sealed"), "m3", false, null));

        TestHub.Reply file = hub.get(Role.ADMIN, "/api/v1/sites/harbour/export/members");
        assertThat(file.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(file.header("Content-Disposition")).contains("harbour-members.csv");
        assertThat(file.body()).startsWith("\uFEFFmember,name,").doesNotContain("sealed");
        assertThat(file.body()).doesNotContainPattern("(?m)(^|,)\"?[=+@\\t＝-]");

        Answered answer = send(PATH, file.body());
        assertThat(answer.status()).as(answer.body.toString()).isEqualTo(200);
        assertThat(imported().members()).containsExactlyInAnyOrderElementsOf(hub.archive.members.values());
        assertThat(imported().memberships()).containsExactlyInAnyOrderElementsOf(memberships);
        assertThat(imported().credentials()).containsExactlyInAnyOrderElementsOf(credentials);
    }
}

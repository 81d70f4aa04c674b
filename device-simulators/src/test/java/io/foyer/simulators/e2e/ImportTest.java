package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file of people, from the desk's spreadsheet to the door and back. */
class ImportTest {
    @RegisterExtension
    static final Annex ANNEX = new Annex();

    @RegisterExtension
    static final Annex EMPTY = new Annex();

    @RegisterExtension
    static final Annex OTHER = new Annex();

    @Test
    void what_is_exported_from_one_house_makes_the_same_people_in_an_empty_one() {
        ANNEX.member("ann", "all", "A1");
        ANNEX.put("/members/bob", Map.of("name", "=1+1", "company", "李雷 & \"Co\"", "exempt", List.of("capacity")))
                .ok();
        ANNEX.put(
                        "/memberships/b1",
                        Map.of("member", "bob", "plan", "lab-only", "from", "2026-01-01", "status", "suspended"))
                .ok();
        ANNEX.put("/memberships/b2", Map.of("member", "bob", "plan", "all", "startsOnFirstUse", true))
                .ok();
        ANNEX.put("/credentials/card/B1", Map.of("member", "bob", "status", "blocked"))
                .ok();

        String file = ANNEX.export();
        JsonNode report =
                EMPTY.importing(file.getBytes(StandardCharsets.UTF_8), false).ok();
        assertThat(report.path("members").asInt()).isEqualTo(2);
        assertThat(EMPTY.export()).isEqualTo(file);
        assertThat(EMPTY.get("/members/bob").path("name").asText()).isEqualTo("=1+1");
        try (TestDevice front = EMPTY.device("front-in").listening()) {
            front.tell("swipe", "{\"id\":\"in-1\",\"credential\":\"A1\"}");
            assertThat(front.command().path("command").asText()).isEqualTo("unlock");
            front.tell("swipe", "{\"id\":\"in-2\",\"credential\":\"B1\"}");
            assertThat(front.command().path("reason").asText()).isEqualTo("credential-blocked");
        }
        assertThat(EMPTY.importing("member,name\nzoe,Zoe\nyan,\n".getBytes(StandardCharsets.UTF_8), false)
                        .status())
                .isEqualTo(400);
        assertThat(EMPTY.export()).isEqualTo(file);
    }

    @Test
    void a_file_takes_no_card_from_somebody_else_and_a_single_request_may() {
        OTHER.member("eve", "all", "E1E2E3E4");
        byte[] file = "member,name,credential\nfay,Fay,\nfay,,E1E2E3E4\n".getBytes(StandardCharsets.UTF_8);
        for (boolean dryRun : List.of(true, false)) {
            JsonNode error = OTHER.importing(file, dryRun).body().at("/errors/0");
            assertThat(error.path("line").asInt()).isEqualTo(3);
            assertThat(error.at("/text/en").asText()).contains("eve");
            assertThat(error.at("/text/zh").asText()).contains("eve");
        }

        OTHER.put("/members/fay", Map.of("name", "Fay")).ok();
        OTHER.put("/credentials/card/E1E2E3E4", Map.of("member", "fay")).ok();
        OTHER.importing(file, false).ok();
    }
}

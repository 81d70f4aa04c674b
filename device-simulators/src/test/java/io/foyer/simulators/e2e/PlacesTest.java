package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is where, by what readers and contacts tell, before and after a kill of everything. */
class PlacesTest {
    private static final List<String> PEOPLE = List.of("p1", "p2", "p3", "p4");

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    @Test
    void two_doors_let_in_as_many_as_there_are_places_and_a_dead_hub_forgets_nobody() {
        PEOPLE.forEach(person -> ANNEX.member(person, "all", card(person)));
        try (TestDevice first = ANNEX.device("stage-a-in").listening();
                TestDevice second = ANNEX.device("stage-b-in").listening();
                TestDevice out = ANNEX.device("stage-b-out").listening()) {
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < PEOPLE.size(); i++) {
                answers.add(swipes(i % 2 == 0 ? first : second, PEOPLE.get(i)));
            }
            assertThat(answers).containsExactly("unlock", "unlock", "zone-full", "zone-full");
            first.tell("door", "{\"contact\":\"open\"}");
            second.tell("door", "{\"contact\":\"open\"}");
            first.tell("door", "{\"contact\":\"closed\"}");
            second.tell("door", "{\"contact\":\"closed\"}");
            assertThat(swipes(out, "p3")).isEqualTo("not-inside");
        }

        ANNEX.hub().kill9();
        ANNEX.hub().killPostmaster();
        ANNEX.startAgain();
        assertThat(ANNEX.get("/muster").path("items").findValuesAsText("member"))
                .containsExactly("p1", "p2");
        assertThat(ANNEX.get("/muster").at("/items/0/zone").asText()).isEqualTo("stage");

        try (TestDevice first = ANNEX.device("stage-a-in").listening();
                TestDevice out = ANNEX.device("stage-b-out").listening()) {
            assertThat(swipes(first, "p1")).isEqualTo("already-inside");
            assertThat(swipes(first, "p3")).isEqualTo("zone-full");
            assertThat(swipes(out, "p1")).isEqualTo("unlock");
            out.tell("door", "{\"contact\":\"open\"}");
            assertThat(swipes(first, "p3")).isEqualTo("unlock");
        }
    }

    private static String card(String person) {
        return "04A2B3" + person.replace("p", "0");
    }

    /** {@code unlock}, or the reason why not. */
    private static String swipes(TestDevice reader, String person) {
        reader.tell("swipe", "{\"credential\":\"" + card(person) + "\"}");
        JsonNode command = reader.command();
        return command.path("command").asText().equals("unlock")
                ? "unlock"
                : command.path("reason").asText();
    }
}

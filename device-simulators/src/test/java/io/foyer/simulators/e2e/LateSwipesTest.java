package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Swipes that come twice, too late, too early or from a device that has decided itself: none opens a door again. */
class LateSwipesTest {
    @RegisterExtension
    static final Annex ANNEX = new Annex();

    @BeforeAll
    static void people_are_known() {
        ANNEX.member("ann", "all", "A1");
        ANNEX.member("bob", "lab-only", "B1");
    }

    @Test
    void a_swipe_that_comes_twice_is_answered_once() {
        try (TestDevice reader = ANNEX.device("front-in").listening()) {
            String twice = Swiping.swipe("twice-1", "A1");
            reader.tell("swipe", twice);
            reader.tell("swipe", twice);
            assertThat(reader.command().path("swipe").asText()).isEqualTo("twice-1");
            assertNextAnswered(reader, "twice-2");
        }
        long events = 0;
        for (JsonNode one : ANNEX.get("/access-events?limit=500").path("items")) {
            events += one.path("swipe").asText().equals("twice-1") ? 1 : 0;
        }
        assertThat(events).isOne();
    }

    /** What was sent before this swipe has got no command, or it would have come first. */
    private static void assertNextAnswered(TestDevice reader, String swipe) {
        reader.tell("swipe", Swiping.swipe(swipe, "A1"));
        assertThat(reader.command().path("swipe").asText()).isEqualTo(swipe);
    }

    @Test
    void a_swipe_of_half_a_minute_ago_is_stale() {
        try (TestDevice reader = ANNEX.device("front-in").listening()) {
            reader.tell("swipe", Swiping.swipe("stale-1", "A1", Instant.now().minusSeconds(31)));
            Swiping.assertDenied(reader.command(), "stale-1", "stale-swipe");
        }
    }

    @Test
    void a_swipe_from_half_a_minute_ahead_is_stale() {
        try (TestDevice reader = ANNEX.device("front-in").listening()) {
            reader.tell("swipe", Swiping.swipe("ahead-1", "A1", Instant.now().plusSeconds(40)));
            Swiping.assertDenied(reader.command(), "ahead-1", "stale-swipe");
        }
    }

    /** It is a bad payload too, but somebody stands at the door. */
    @Test
    void a_swipe_from_an_hour_ahead_is_stale() {
        try (TestDevice reader = ANNEX.device("front-in").listening()) {
            reader.tell(
                    "swipe", Swiping.swipe("ahead-2", "A1\\r\\n", Instant.now().plusSeconds(3_600)));
            Swiping.assertDenied(reader.command(), "ahead-2", "stale-swipe");
        }
        assertThat(Swiping.event(ANNEX, "ahead-2").path("reason").asText()).isEqualTo("stale-swipe");
        assertThat(ANNEX.get("/dead-letters").at("/items/0/payload").asText()).contains("ahead-2");
    }

    @Test
    void a_swipe_of_two_minutes_ago_is_history() {
        try (TestDevice reader = ANNEX.device("front-in").listening()) {
            reader.tell("swipe", Swiping.swipe("old-1", "A1", Instant.now().minusSeconds(125)));
            assertNextAnswered(reader, "old-2");
        }
        assertThat(Swiping.event(ANNEX, "old-1").path("outcome").asText()).isEqualTo("denied");
        assertThat(Swiping.event(ANNEX, "old-1").path("reason").asText()).isEqualTo("stale-swipe");
    }

    @Test
    void a_retained_swipe_opens_nothing() {
        try (TestDevice reader = ANNEX.device("front-in").listening()) {
            reader.tellRetained("swipe", Swiping.swipe("kept-1", "A1"));
            assertNextAnswered(reader, "kept-2");
        }
        assertThat(Swiping.event(ANNEX, "kept-1").path("outcome").asText()).isEqualTo("denied");
    }

    @Test
    void what_a_reader_decided_while_it_was_cut_off_is_only_noted() {
        try (TestDevice reader = ANNEX.device("cut-off").listening()) {
            String decided = "{\"id\":\"own-1\",\"at\":\"" + Instant.now().minusSeconds(3_600)
                    + "\",\"credential\":\"A1\",\"type\":\"card\",\"decided\":\"granted\"}";
            reader.tell("swipe", decided);
            reader.tell("swipe", "{\"id\":\"own-2\",\"credential\":\"B1\",\"decided\":\"denied\"}");
            assertNextAnswered(reader, "own-3");
        }
        assertThat(Swiping.event(ANNEX, "own-1").path("outcome").asText()).isEqualTo("granted");
        assertThat(Swiping.event(ANNEX, "own-2").path("outcome").asText()).isEqualTo("denied");
    }
}

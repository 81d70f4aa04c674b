package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** Swipes as a reader sends them, and what becomes of them. */
final class Swiping {
    private Swiping() {}

    static String swipe(String id, String card, Instant at) {
        return "{\"id\":\"" + id + "\",\"at\":\"" + at + "\",\"credential\":\"" + card + "\",\"type\":\"card\"}";
    }

    static String swipe(String id, String card) {
        return swipe(id, card, Instant.now());
    }

    /** The decision of a swipe, as the trail has it. */
    static JsonNode event(Annex annex, String swipe) {
        return Annex.entry(annex.get("/access-events?limit=500").path("items"), "swipe", swipe);
    }

    static void assertDenied(JsonNode command, String swipe, String reason) {
        assertThat(command.path("command").asText()).isEqualTo("deny");
        assertThat(command.path("swipe").asText()).isEqualTo(swipe);
        assertThat(command.path("reason").asText()).isEqualTo(reason);
        assertThat(command.path("text").asText()).isNotEmpty();
    }
}

package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlowTest {
    private static final String FLOW = "/api/v1/sites/harbour/energy/flow?from=2026-11-23&to=2026-11-24";
    private static final Instant EIGHT = Instant.parse("2026-11-23T00:00:00Z");

    private final TestHub hub = new TestHub();

    @AfterEach
    void close() {
        hub.close();
    }

    private void used(String meter, double kwh) {
        hub.archive.quarters.add(new Quarter(meter, EIGHT, Kwh.of(kwh), false));
    }

    private JsonNode flow() {
        return hub.get(Role.ENERGY, FLOW).json();
    }

    @Test
    void what_no_meter_below_has_seen_is_a_node_of_its_own() {
        used("main", 10);
        used("f1-light", 2.5);
        used("f1-fans", 3);

        JsonNode flow = flow();

        assertThat(flow.path("nodes").findValuesAsText("id"))
                .containsExactly("meter:main", "meter:f1-light", "rest:f1-light", "meter:f1-fans", "rest:main");
        assertThat(flow.path("nodes").findValuesAsText("value")).containsExactly("10", "2.5", "2.5", "3", "4.5");
        assertThat(flow.path("nodes").findValuesAsText("cause")).containsOnly("null");
        assertThat(flow.path("links").get(3).path("target").asText()).isEqualTo("rest:main");
    }

    @Test
    void a_negative_rest_says_why_in_both_languages() {
        used("main", 10);
        used("f1-light", 9);
        used("f1-fans", 3);

        JsonNode rest = flow().path("nodes").findParents("cause").stream()
                .filter(node -> !node.path("cause").isNull())
                .findFirst()
                .orElseThrow();

        assertThat(rest.path("value").decimalValue()).isEqualByComparingTo("-2");
        assertThat(rest.at("/cause/kind").asText()).isEqualTo("counted-twice");
        assertThat(rest.at("/cause/meter").asText()).isEqualTo("f1-light");
        assertThat(rest.at("/cause/text/zh").asText()).startsWith("f1-light：");
        assertThat(rest.at("/cause/text/en").asText()).startsWith("f1-light: ");
    }
}

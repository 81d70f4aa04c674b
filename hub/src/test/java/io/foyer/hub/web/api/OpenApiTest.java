package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static JsonNode document() {
        try {
            return new ObjectMapper().readTree(Api.description());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_endpoint_is_described_and_nothing_else() {
        Set<String> described = new TreeSet<>();
        document().path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase() + " " + path.getKey())));
        assertThat(described).isEqualTo(Endpoints.all());
    }

    @Test
    void every_reference_leads_somewhere() {
        JsonNode document = document();
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void every_variable_of_a_path_is_a_parameter() {
        JsonNode document = document();
        document.path("paths").fields().forEachRemaining(path -> path.getValue().forEach(operation -> {
            Set<String> inPath = new TreeSet<>();
            for (JsonNode parameter : operation.path("parameters")) {
                JsonNode found = parameter.has("$ref")
                        ? document.at(parameter.path("$ref").asText().substring(1))
                        : parameter;
                if (found.path("in").asText().equals("path")) {
                    inPath.add("{" + found.path("name").asText() + "}");
                }
            }
            Set<String> variables = new TreeSet<>();
            for (String part : path.getKey().split("/")) {
                if (part.startsWith("{")) {
                    variables.add(part);
                }
            }
            assertThat(inPath).as(path.getKey()).isEqualTo(variables);
        }));
    }

    @Test
    void answers_have_the_keys_that_are_described() {
        try (TestHub hub = new TestHub()) {
            JsonNode schemas = document().path("components").path("schemas");
            keysOf(hub.get(Role.ADMIN, "/api/v1/sites/harbour").json(), schemas.path("Site"));
            keysOf(hub.get(Role.ADMIN, "/api/v1/session").json(), schemas.path("Session"));
            keysOf(
                    hub.get(Role.ADMIN, "/api/v1/sites/harbour/occupancy")
                            .json()
                            .at("/zones/0"),
                    schemas.path("LiveZone"));
            keysOf(
                    hub.get(Role.ADMIN, "/api/v1/sites/harbour/energy/waste?zone=f1")
                            .json(),
                    schemas.path("Waste"));
            keysOf(
                    hub.get(Role.ADMIN, "/api/v1/sites/harbour/access/explain?credential=1&door=front")
                            .json(),
                    schemas.path("Explanation"));
            keysOf(
                    hub.put(Role.ADMIN, "/api/v1/sites/harbour/members/m1", "{\"name\": \"Li\"}")
                            .json(),
                    schemas.path("Member"));
        }
    }

    private static void keysOf(JsonNode answer, JsonNode schema) {
        Set<String> keys = new TreeSet<>();
        answer.fieldNames().forEachRemaining(keys::add);
        Set<String> known = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        assertThat(known).containsAll(keys);
        schema.path("required").forEach(key -> assertThat(keys).contains(key.asText()));
    }

    @Test
    void the_document_needs_no_session() {
        try (TestHub hub = new TestHub()) {
            var reply = hub.ask("GET", "/api/v1/openapi.json", null);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("openapi").asText()).isEqualTo("3.1.0");
        }
    }
}

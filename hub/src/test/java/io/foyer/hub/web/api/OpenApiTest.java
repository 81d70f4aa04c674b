package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.apicurio.datamodels.Library;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final Path WRITTEN = Path.of("target/openapi.json");

    @Test
    void the_document_is_what_the_endpoints_and_their_records_say() throws IOException {
        String written = OpenApiDocument.of(Endpoints.operations());
        Files.writeString(WRITTEN, written);
        assertThat(Api.description())
                .as(
                        "The API has changed. Run `cp hub/%s hub/src/generated%s` and look at the diff.",
                        WRITTEN, Api.DESCRIPTION)
                .isEqualTo(written);
    }

    /** The library has an objection to bodies of a DELETE, which OpenAPI 3.1 allows: the end of a lockdown has a reason. */
    @Test
    void the_document_is_valid() {
        assertThat(Library.validate(Library.readDocumentFromJSONString(Api.description()), null))
                .filteredOn(problem -> !problem.errorCode.equals("OP-009"))
                .extracting(problem -> problem.nodePath + ": " + problem.message)
                .isEmpty();
    }

    @Test
    void every_reference_leads_somewhere() throws IOException {
        JsonNode document = new ObjectMapper().readTree(Api.description());
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    /** An endpoint refuses a parameter that it does not read. */
    @Test
    void an_endpoint_reads_each_parameter_that_its_operation_names() {
        try (TestHub hub = new TestHub()) {
            for (Operation operation : Endpoints.operations()) {
                String path = operation.path().replace("{site}", "harbour").replaceAll("\\{[a-z]+}", "m1");
                for (Parameter parameter : operation.parameters()) {
                    if (!operation.changes() && operation.hasQuery(parameter.name())) {
                        assertThat(hub.get(Role.ADMIN, path + "?" + parameter.name() + "=1")
                                        .body())
                                .as(path + " " + parameter.name())
                                .doesNotContain("is not known here");
                    }
                }
            }
        }
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

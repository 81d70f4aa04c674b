package io.foyer.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiContractTest {
    private static final String JSON = "application/json";
    private static final String QR = "/api/v1/sites/harbour/members/m1/qr?any=1";
    private static final String ANSWER = "{\"qr\": \"foyer:m\", \"until\": \"2026-11-23T06:00:00Z\"%s}";

    private final ApiContract api = new ApiContract(Path.of("src/generated/web/openapi.json"));

    @Test
    void an_answer_as_the_document_has_it_is_one() {
        assertThatCode(() -> api.check("GET", QR, 200, JSON, ANSWER.formatted("")))
                .doesNotThrowAnyException();
    }

    @Test
    void an_unknown_field_is_refused() {
        refused(QR, 200, JSON, ANSWER.formatted(", \"more\": 1"));
    }

    @Test
    void a_missing_field_a_wrong_form_and_another_type_are_refused() {
        refused(QR, 200, JSON, "{\"qr\": \"foyer:m\"}");
        refused(QR, 200, JSON, "{\"qr\": \"foyer:m\", \"until\": \"tomorrow\"}");
        refused(QR, 200, "text/csv", ANSWER.formatted(""));
    }

    @Test
    void a_status_that_the_document_does_not_name_is_refused() {
        refused(QR, 202, JSON, ANSWER.formatted(""));
        refused(QR, 409, "application/problem+json", "{\"title\": \"a\", \"status\": 409, \"detail\": \"b\"}");
        refused("/api/v1/nowhere", 200, JSON, "{}");
    }

    @Test
    void an_unknown_field_of_what_several_schemas_make_together_is_refused() throws IOException {
        Contract live = Contract.of(Path.of("asyncapi.yaml"));
        String payload = "/components/messages/event/payload";
        ObjectNode frame = (ObjectNode) new ObjectMapper()
                .readTree(
                        live.at("/components/messages/event/examples/0/payload").toString());
        assertThat(live.faults(payload, frame)).isEmpty();
        assertThat(live.faults(payload, frame.put("more", 1))).isNotEmpty();
    }

    private void refused(String path, int status, String mediaType, String body) {
        assertThatThrownBy(() -> api.check("GET", path, status, mediaType, body))
                .isInstanceOf(AssertionError.class);
    }
}

package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.apicurio.datamodels.Library;
import io.foyer.contract.Contract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published form of what devices may say names what is understood, and nothing else. */
class AsyncApiTest {
    private final Contract contract = Contract.of(Path.of("asyncapi.yaml"));
    private final JsonNode document = contract.at("");

    @Test
    void it_is_a_valid_document_of_version_3() throws IOException {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        String json = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("asyncapi.yaml").toFile())
                .toString();
        assertThat(Library.validate(Library.readDocumentFromJSONString(json), null))
                .extracting(problem -> problem.errorCode + " " + problem.nodePath + ": " + problem.message)
                .isEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
    }

    @Test
    void it_names_every_kind_of_topic_that_the_decoder_knows_and_no_other() {
        assertThat(topics("receive")).isEqualTo(new TreeSet<>(PayloadDecoder.kinds()));
        assertThat(topics("send")).containsExactly("command");
    }

    @Test
    void every_example_is_as_its_schema_says() {
        int seen = 0;
        for (var message : document.at("/components/messages").properties()) {
            String payload = "/components/messages/" + message.getKey() + "/payload";
            for (JsonNode example : message.getValue().path("examples")) {
                assertThat(contract.faults(payload, example.path("payload")))
                        .as(example.toString())
                        .isEmpty();
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    private Set<String> topics(String action) {
        Set<String> kinds = new TreeSet<>();
        for (JsonNode operation : document.path("operations")) {
            String address = resolved(operation.path("channel")).path("address").asText();
            if (operation.path("action").asText().equals(action) && address.startsWith("foyer/{site}/{device}/")) {
                kinds.add(address.substring(address.lastIndexOf('/') + 1));
            }
        }
        return kinds;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? contract.at(node.path("$ref").asText().substring(1)) : node;
    }
}

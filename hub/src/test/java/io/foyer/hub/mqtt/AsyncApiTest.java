package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published form of what devices may say names what is understood, and nothing else. */
class AsyncApiTest {
    private final JsonNode document = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("asyncapi.yaml").toFile());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void it_is_a_document_of_version_3_whose_references_all_lead_somewhere() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
    }

    @Test
    void it_names_every_kind_of_topic_that_the_decoder_knows_and_no_other() {
        assertThat(topics("receive")).isEqualTo(new TreeSet<>(Decoder.kinds()));
        assertThat(topics("send")).containsExactly("command");
    }

    @Test
    void every_field_of_an_example_is_described() {
        document.at("/components/messages").forEach(message -> message.path("examples")
                .forEach(example -> assertThat(described(message.path("payload")))
                        .as(example.toString())
                        .containsAll(names(example.path("payload")))));
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

    private Set<String> described(JsonNode schema) {
        JsonNode whole = resolved(schema);
        Set<String> names = names(whole.path("properties"));
        whole.path("allOf").forEach(part -> names.addAll(described(part)));
        return names;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

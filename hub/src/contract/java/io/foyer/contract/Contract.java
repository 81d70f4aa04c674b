package io.foyer.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A description that the hub publishes (OpenAPI or AsyncAPI), and its schemas. What the hub sends may have no field that
 * the schemas do not have, though whoever reads the description must expect new fields.
 */
public final class Contract {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
    }

    /** JSON or YAML. */
    public static Contract of(Path file) {
        try {
            JsonNode document = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
            Contract contract = new Contract(document);
            contract.close(document);
            return contract;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What stands at a JSON pointer, or where a reference there leads. */
    public JsonNode at(String pointer) {
        return reference(pointer).map(this::at).orElseGet(() -> document.at(pointer));
    }

    /** The JSON pointer to which a reference leads. */
    Optional<String> reference(String pointer) {
        JsonNode reference = document.at(pointer).path("$ref");
        return reference.isTextual() ? Optional.of(reference.asText().substring(1)) : Optional.empty();
    }

    /** What of a value is not as the schema at a JSON pointer says; empty where all of it is. */
    public List<String> faults(String pointer, JsonNode value) {
        return schemas.computeIfAbsent(pointer, this::schema).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private Schema schema(String pointer) {
        ObjectNode schema = at(pointer).deepCopy();
        return SCHEMAS.getSchema(schema.set("components", document.path("components")));
    }

    /** Refuses unknown fields in all schemas. What several schemas are made of together is refused by the whole only. */
    private void close(JsonNode node) {
        if (node.path("allOf") instanceof ArrayNode parts) {
            for (int i = 0; i < parts.size(); i++) {
                JsonNode part = parts.get(i);
                parts.set(
                        i,
                        part.has("$ref")
                                ? at(part.path("$ref").asText().substring(1)).deepCopy()
                                : part);
                ((ObjectNode) parts.get(i)).remove("unevaluatedProperties");
                parts.get(i).path("properties").forEach(this::close);
            }
        }
        if (node instanceof ObjectNode schema
                && (schema.path("properties").isObject() || schema.has("allOf"))
                && !schema.has("additionalProperties")) {
            schema.put("unevaluatedProperties", false);
        }
        node.properties().forEach(field -> {
            if (!field.getKey().equals("allOf")) {
                close(field.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(this::close);
        }
    }
}

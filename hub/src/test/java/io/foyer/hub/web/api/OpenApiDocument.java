package io.foyer.hub.web.api;

import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.web.wire.Problem;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the OpenAPI document of all operations. */
final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PrettyPrinter LAYOUT = new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    private static final Response FAULT =
            Response.problem(0, "Anything else that is wrong with the request, or with the hub");

    private final List<Operation> operations;
    private final OpenApiSchemas schemas;

    private OpenApiDocument(List<Operation> operations) {
        this.operations = operations;
        Set<Class<?>> bodies = operations.stream()
                .map(Operation::body)
                .filter(Objects::nonNull)
                .map(Content::type)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        schemas = new OpenApiSchemas(bodies);
    }

    /** The text of the document, with a line end at its end. */
    static String of(List<Operation> operations) {
        try {
            return JSON.writer(LAYOUT).writeValueAsString(new OpenApiDocument(operations).write()) + "\n";
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private ObjectNode write() throws IOException {
        ObjectNode document =
                (ObjectNode) JSON.readTree(OpenApiDocument.class.getResourceAsStream("/openapi-head.json"));
        JsonNode security = document.remove("components");
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : operations) {
            paths.withObjectProperty(operation.path())
                    .set(operation.method().name().toLowerCase(Locale.ROOT), operation(operation));
        }
        ObjectNode components = document.putObject("components").setAll((ObjectNode) security);
        components.set("responses", sharedResponses());
        components.set("schemas", schemas.all());
        return document;
    }

    private ObjectNode operation(Operation operation) {
        ObjectNode node = JSON.createObjectNode().put("summary", operation.summary());
        if (!operation.description().isEmpty()) {
            node.put("description", operation.description());
        }
        node.putArray("tags").add(operation.tag());
        if (operation.roles().isEmpty()) {
            node.putArray("security");
        } else {
            ArrayNode roles = node.putArray("x-roles");
            operation.roles().stream().sorted().map(Code::of).forEach(roles::add);
        }
        parameters(node, operation);
        Content body = operation.body();
        if (body != null) {
            node.putObject("requestBody").put("required", true).set("content", content(body, false));
        }
        ObjectNode responses = node.putObject("responses");
        for (Response response : Response.of(operation)) {
            String status = key(response);
            responses.set(status, Response.SHARED.contains(response) ? shared(status) : response(response, operation));
        }
        responses.set(key(FAULT), shared(key(FAULT)));
        return node;
    }

    private static String key(Response shared) {
        return shared.equals(FAULT) ? "default" : Integer.toString(shared.status());
    }

    private static ObjectNode shared(String status) {
        return JSON.createObjectNode().put("$ref", "#/components/responses/" + status);
    }

    private ObjectNode response(Response response, Operation operation) {
        ObjectNode node = JSON.createObjectNode().put("description", response.words());
        ObjectNode content = content(response.content(), operation.hasQuery("cursor"));
        if (response.status() == 200 && operation.hasQuery(CsvAnswer.FORMAT.name())) {
            content.setAll(content(Content.file(ImportEndpoints.CSV, ""), false));
        }
        if (response.content().hasPage()) {
            content.setAll(content(Content.file("text/html", ""), false));
        }
        node.set("content", content);
        return node;
    }

    private ObjectNode sharedResponses() {
        ObjectNode responses = JSON.createObjectNode();
        Stream.concat(Response.SHARED.stream(), Stream.of(FAULT))
                .sorted(Comparator.comparing(OpenApiDocument::key))
                .forEach(shared -> responses
                        .putObject(key(shared))
                        .put("description", shared.words())
                        .set("content", content(shared.content(), false)));
        return responses;
    }

    private static void parameters(ObjectNode node, Operation operation) {
        for (String name : operation.variables()) {
            Parameter parameter = operation.parameters().stream()
                    .filter(own -> own.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> Parameter.ofPath(name));
            node.withArray("/parameters").add(parameter(parameter.required(), "path"));
        }
        for (Parameter parameter : operation.parameters()) {
            if (operation.hasQuery(parameter.name())) {
                node.withArray("/parameters").add(parameter(parameter, "query"));
            }
        }
    }

    private static ObjectNode parameter(Parameter parameter, String in) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", parameter.name())
                .put("in", in)
                .put("required", parameter.isRequired())
                .put("description", parameter.words());
        node.set("schema", JSON.valueToTree(parameter.schema()));
        return node;
    }

    private ObjectNode content(Content content, boolean isPage) {
        ObjectNode node = JSON.createObjectNode();
        node.putObject(content.mediaType()).set("schema", schema(content, isPage));
        return node;
    }

    private JsonNode schema(Content content, boolean isPage) {
        Class<?> type = content.type();
        if (type == null) {
            return nothing(content);
        }
        if (content.isList()) {
            return list(type, isPage);
        }
        if (content.mediaType().equals(Problem.MEDIA_TYPE) && type != Problem.class) {
            ObjectNode either = JSON.createObjectNode();
            either.putArray("anyOf").add(schemas.reference(type)).add(schemas.reference(Problem.class));
            return either;
        }
        return schemas.reference(type);
    }

    private static ObjectNode nothing(Content content) {
        ObjectNode node = JSON.createObjectNode().put("type", content.isFile() ? "string" : "object");
        if (!content.words().isEmpty()) {
            node.put("description", content.words());
        }
        return node;
    }

    private ObjectNode list(Class<?> type, boolean isPage) {
        ObjectNode node = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = node.putObject("properties");
        properties.putObject("items").put("type", "array").set("items", schemas.reference(type));
        if (isPage) {
            properties
                    .putObject("cursor")
                    .put("type", "string")
                    .put("description", "Where to go on; left out at the end");
        }
        node.putArray("required").add("items");
        return node;
    }
}

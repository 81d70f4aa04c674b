package io.foyer.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the answers of the HTTP API to its OpenAPI document. */
public final class ApiContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/api/v1/";
    private static final String DOCUMENT = ROOT + "openapi.json";
    private static final String PROBLEM = "/components/schemas/Problem";

    /** Statuses that say something of the form of a request, or of a fault of the hub: the document has them in `default`. */
    private static final Set<Integer> OF_ANY_OPERATION = Set.of(405, 408, 413, 415, 417, 500);

    private final Contract contract;

    public ApiContract(Path document) {
        contract = Contract.of(document);
    }

    /**
     * Throws where the document does not know such an answer.
     *
     * @param path as asked, with the query
     * @param mediaType the header, or nothing
     */
    public void check(String method, String path, int status, String mediaType, String body) {
        String asked = path.split("\\?", 2)[0].replaceAll("/$", "");
        if (!asked.startsWith(ROOT) || asked.equals(DOCUMENT) || method.equals("HEAD")) {
            return;
        }
        List<String> faults = faults(method, asked, status, mediaType.split(";", 2)[0], body);
        if (!faults.isEmpty()) {
            throw new AssertionError("The OpenAPI document does not describe what %s %s is answered: %d %s %s%n%s"
                    .formatted(method, path, status, mediaType, body, String.join("\n", faults)));
        }
    }

    private List<String> faults(String method, String path, int status, String mediaType, String body) {
        String operation = template(path)
                .map(template -> "/paths/" + template.replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT))
                .filter(pointer -> contract.at(pointer).isObject())
                .orElse("");
        if (operation.isEmpty()) {
            return status < 400 ? List.of("no such operation") : contract.faults(PROBLEM, json(body));
        }
        String response = operation + "/responses/" + status;
        if (!contract.at(response).isObject() && OF_ANY_OPERATION.contains(status)) {
            response = operation + "/responses/default";
        }
        JsonNode content = contract.at(response).path("content");
        if (!content.has(mediaType)) {
            return List.of("known for this status: " + content);
        }
        String schema = pointer(response) + "/content/" + mediaType.replace("/", "~1") + "/schema";
        return mediaType.endsWith("json") ? contract.faults(schema, json(body)) : List.of();
    }

    /** The pointer itself, or the one to which a reference there leads. */
    private String pointer(String pointer) {
        return contract.reference(pointer).orElse(pointer);
    }

    /** The path of the document with the fewest variables that fits. */
    private Optional<String> template(String path) {
        return contract.at("/paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(template -> path.matches(template.replaceAll("\\{[a-z]+}", "[^/]+")))
                .min(Comparator.comparingInt(template -> template.split("\\{").length));
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON: " + body, broken);
        }
    }
}

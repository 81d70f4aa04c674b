package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.web.wire.Id;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A variable of a path or of a query.
 *
 * @param schema what its values look like, in the words of JSON Schema
 */
record Parameter(String name, String words, boolean isRequired, SortedMap<String, Object> schema) {
    static final Parameter LIMIT = number("limit", "The most items of the answer", 1, ApiCall.MOST_ITEMS)
            .with("default", ApiCall.USUAL_ITEMS);
    static final Parameter ZONE = text("zone", "The zone's id").required();
    static final Parameter CURSOR = text("cursor", "The cursor that the last page gave");

    /** Variables of paths that mean the same wherever they stand. */
    private static final Map<String, Parameter> OF_PATHS = Map.of(
            "site", id("site", "The site's id"),
            "id", id("id", "The id of the resource that the path names"),
            "name", id("name", "The account's name"),
            "door", id("door", "The door's id"),
            "type", oneOf("type", "The type of the credential", CredentialType.values()),
            "value",
                    text(
                            "value",
                            "The value that a reader reads; for type `pin`, 4 to 12 digits that nobody else has"));

    static Parameter ofPath(String name) {
        Parameter parameter = OF_PATHS.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("say what the variable {" + name + "} of a path is");
        }
        return parameter;
    }

    static Parameter text(String name, String words) {
        return new Parameter(
                name, words, false, schema(Map.of("type", "string", "maxLength", RequestFields.LONGEST_TEXT)));
    }

    static Parameter id(String name, String words) {
        return new Parameter(name, words, false, schema(Map.of("type", "string", "pattern", Id.PATTERN)));
    }

    static Parameter instant(String name, String words) {
        return new Parameter(name, words, false, schema(Map.of("type", "string", "format", "date-time")));
    }

    static Parameter date(String name, String words) {
        return new Parameter(name, words, false, schema(Map.of("type", "string", "format", "date")));
    }

    static Parameter number(String name, String words, int least, int most) {
        return new Parameter(name, words, false, schema(Map.of("type", "integer", "minimum", least, "maximum", most)));
    }

    /** {@code true} or {@code false}; absent is false. */
    static Parameter flag(String name, String words) {
        return new Parameter(name, words, false, schema(Map.of("type", "boolean", "default", false)));
    }

    static Parameter oneOf(String name, String words, Enum<?>[] allowed) {
        return oneOf(name, words, Stream.of(allowed).map(Code::of).toList());
    }

    static Parameter oneOf(String name, String words, List<String> codes) {
        return new Parameter(name, words, false, schema(Map.of("type", "string", "enum", codes)));
    }

    Parameter required() {
        return new Parameter(name, words, true, schema);
    }

    Parameter with(String keyword, Object value) {
        SortedMap<String, Object> more = schema(schema);
        more.put(keyword, value);
        return new Parameter(name, words, isRequired, more);
    }

    /** Sorts the words, so that the same parameter always has the same text. */
    private static SortedMap<String, Object> schema(Map<String, Object> words) {
        return new TreeMap<>(words);
    }
}

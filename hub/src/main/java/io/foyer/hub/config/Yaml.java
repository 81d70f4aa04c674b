package io.foyer.hub.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One YAML file: its text bound to a record, and the line of every value. */
record Yaml<T>(Path file, T value, JsonNode tree, Lines lines) {

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // `off` is a word here, as in `antiPassback: off`.
                    .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                    .build())
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /** Reads the file, or says in one sentence what is wrong with it and where. */
    static <T> Yaml<T> read(Path file, Class<T> type, T whenEmpty) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read (" + e + "). Check that it is there and is UTF-8 text.");
        }
        try {
            JsonNode tree = MAPPER.readTree(text);
            boolean empty = tree == null || tree.isMissingNode() || tree.isNull();
            T value = empty ? whenEmpty : MAPPER.readValue(text, type);
            return new Yaml<>(file, value, empty ? MAPPER.createObjectNode() : tree, Lines.of(text));
        } catch (JacksonException e) {
            throw new ConfigException(place(file, e.getLocation()) + describe(e));
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read (" + e.getMessage() + ").");
        }
    }

    private static String place(Path file, @Nullable JsonLocation location) {
        return location == null ? file + ": " : file + ":" + location.getLineNr() + ": ";
    }

    private static String describe(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
            return "unknown key `" + path(unknown) + "`. Correct or remove it; known here: " + known + ".";
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            String allowed = Arrays.stream(format.getTargetType().getEnumConstants())
                    .map(constant ->
                            constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", "));
            return "`" + path(format) + "` is `" + format.getValue() + "`; it must be one of " + allowed + ".";
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return "`" + path(mapping) + "` cannot be used: " + firstSentence(e) + ".";
        }
        return "not valid YAML: " + firstSentence(e) + ".";
    }

    private static String firstSentence(JacksonException e) {
        String message = e.getOriginalMessage();
        return message.lines().limit(3).map(String::strip).collect(Collectors.joining(" "));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}

package io.foyer.hub.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One YAML file: its text, bound to a record, and the line of every value. */
record Yaml<T>(Path file, T value, LineIndex lines) {

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // {@code off} is a word here, as in {@code antiPassback: off}.
                    .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                    .build())
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    String text() {
        return lines.text();
    }

    /** Reads a file, or reports in one sentence what is wrong and where. */
    static <T> Yaml<T> read(Path file, Class<T> type, T whenEmpty) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new ConfigException(
                    file
                            + ": cannot be read. Check that the file exists, that Foyer may read it, and that it is UTF-8 text.");
        }
        return of(file, text, type, whenEmpty);
    }

    /** Reads a text of {@code file}, or reports in one sentence what is wrong and where. */
    static <T> Yaml<T> of(Path file, String text, Class<T> type, T whenEmpty) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonToken first = parser.nextToken();
            boolean empty = first == null || first == JsonToken.VALUE_NULL;
            T value = empty ? whenEmpty : MAPPER.readValue(parser, type);
            return new Yaml<>(file, value, new LineIndex(text));
        } catch (JacksonException e) {
            throw YamlFault.of(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

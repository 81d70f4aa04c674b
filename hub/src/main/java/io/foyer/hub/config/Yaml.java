package io.foyer.hub.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.foyer.hub.domain.definition.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** Keys that the file may have only so that the hub can refuse them with a remedy. */
    private static final Set<String> NOT_BUILT = Set.of("profile", "address");

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
        } catch (UnrecognizedPropertyException e) {
            throw new ConfigException(place(file, e.getLocation()) + unknownKey(e));
        } catch (InvalidFormatException e) {
            throw new ConfigException(place(file, e.getLocation()) + wrongValue(e));
        } catch (MismatchedInputException e) {
            throw new ConfigException(place(file, e.getLocation()) + wrongType(e, "wrong"));
        } catch (JsonMappingException e) {
            throw new ConfigException(
                    e.getCause() instanceof StreamReadException fault
                            ? place(file, fault.getLocation()) + notYaml(fault)
                            : place(file, e.getLocation()) + unusable(e));
        } catch (JacksonException e) {
            throw new ConfigException(place(file, e.getLocation()) + notYaml(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Path file, @Nullable JsonLocation location) {
        return location == null ? file + ": " : file + ":" + location.getLineNr() + ": ";
    }

    private static String unknownKey(UnrecognizedPropertyException e) {
        String known = e.getKnownPropertyIds() == null
                ? ""
                : e.getKnownPropertyIds().stream()
                        .map(Object::toString)
                        .filter(key -> !NOT_BUILT.contains(key))
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "unknown key `" + path(e) + "`. Correct or remove it; known here: " + known + ".";
    }

    private static String wrongValue(InvalidFormatException e) {
        if (!e.getTargetType().isEnum()) {
            return wrongType(e, "`" + e.getValue() + "`");
        }
        String allowed = Arrays.stream(e.getTargetType().getEnumConstants())
                .map(constant -> Code.of((Enum<?>) constant))
                .collect(Collectors.joining(", "));
        return "`" + path(e) + "` is `" + e.getValue() + "`; it must be one of " + allowed + ".";
    }

    private static String wrongType(MismatchedInputException e, String written) {
        return e.getPath().isEmpty()
                ? notYaml(e)
                : "`" + path(e) + "` is " + written + "; it must be " + wanted(e.getTargetType()) + ". Correct it.";
    }

    private static String unusable(JsonMappingException e) {
        return e.getPath().isEmpty() ? notYaml(e) : "`" + path(e) + "` cannot be used. Correct or remove it.";
    }

    private static String notYaml(JacksonException e) {
        return e.getOriginalMessage().startsWith("Duplicate field")
                ? e.getOriginalMessage() + ". Keep one of them."
                : "not valid YAML" + problem(e) + ". Check indentation, quotes and brackets there.";
    }

    /** The problem in the words of the parser, without its own places: the hub already gives the line. */
    private static String problem(JacksonException e) {
        String said = e.getOriginalMessage()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("in ") && !line.startsWith("at ["))
                .filter(line -> !line.contains("com.fasterxml") && !line.contains("java."))
                .filter(line -> line.matches("[a-z].*"))
                .limit(2)
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "" : ": " + said;
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "written otherwise";
        }
        if (type == Integer.class) {
            return "a whole number";
        }
        if (type == Double.class || type == BigDecimal.class) {
            return "a number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == YearMonth.class) {
            return "a month such as 2026-11";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-23";
        }
        if (type == String.class || type.isEnum()) {
            return "a single word or text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "a group of `key: value` pairs";
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}

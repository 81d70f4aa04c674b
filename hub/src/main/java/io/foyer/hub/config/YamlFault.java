package io.foyer.hub.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.foyer.hub.domain.definition.Code;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what is wrong with a YAML file, where, and what to do. */
final class YamlFault {
    /** Keys that the file may have only so that the hub can refuse them with a remedy. */
    private static final Set<String> NOT_BUILT = Set.of("profile", "address");

    private YamlFault() {}

    static ConfigException of(Path file, JacksonException cause) {
        try {
            throw cause;
        } catch (UnrecognizedPropertyException e) {
            return new ConfigException(place(file, e.getLocation()) + unknownKey(e));
        } catch (InvalidFormatException e) {
            return new ConfigException(place(file, e.getLocation()) + wrongValue(e));
        } catch (MismatchedInputException e) {
            return new ConfigException(place(file, e.getLocation()) + wrongType(e, "wrong"));
        } catch (JsonMappingException e) {
            return new ConfigException(
                    e.getCause() instanceof StreamReadException fault
                            ? place(file, fault.getLocation()) + notYaml(fault)
                            : place(file, e.getLocation()) + unusable(e));
        } catch (JacksonException e) {
            return new ConfigException(place(file, e.getLocation()) + notYaml(e));
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

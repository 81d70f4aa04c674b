package io.foyer.simulators.setting;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads YAML into records; whatever is wrong with the file becomes a {@link Refusal} with file, line and key. */
public final class YamlFile {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private YamlFile() {}

    public static <T> T read(Path file, Class<T> shape) {
        if (tree(file).isEmpty()) {
            throw new Refusal(file + ": is empty. Compare with the examples in config/.");
        }
        return parse(file, text -> YAML.readValue(text, shape));
    }

    /** What the file says, in whatever shape; an empty file is a tree without branches. */
    static JsonNode tree(Path file) {
        return parse(file, YAML::readTree);
    }

    private static <T> T parse(Path file, Parser<T> parser) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refusal(file + ": is not a readable file. Check the path and its permissions.");
        }
        try {
            return parser.parse(Files.readString(file));
        } catch (JacksonException broken) {
            throw Refusal.in(file, "line " + line(broken) + key(broken), wrong(broken), remedy(broken));
        } catch (IOException unreadable) {
            throw new Refusal(file + ": cannot be read as UTF-8 text. Save it as UTF-8.");
        }
    }

    private interface Parser<T> {
        T parse(String text) throws IOException;
    }

    private static int line(JacksonException broken) {
        return broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getLineNr());
    }

    private static String key(JacksonException broken) {
        if (!(broken instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining(".", ", key ", ""));
    }

    private static String wrong(JacksonException broken) {
        if (broken instanceof UnrecognizedPropertyException unknown) {
            return "unknown key '" + unknown.getPropertyName() + "'";
        }
        if (broken instanceof MismatchedInputException) {
            return "is not written in the form that belongs here";
        }
        return String.valueOf(broken.getOriginalMessage()).lines().findFirst().orElse("not valid YAML");
    }

    private static String remedy(JacksonException broken) {
        if (broken instanceof UnrecognizedPropertyException unknown && unknown.getKnownPropertyIds() != null) {
            return "Known here: "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return broken instanceof MismatchedInputException
                ? "Compare with the examples in config/."
                : "Mend the YAML at that line.";
    }
}

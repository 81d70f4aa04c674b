package io.foyer.hub.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The line of each value in a YAML text, by a path such as {@code /doors/0/from}. */
final class LineIndex {
    private final String text;
    /** Null before the first question. A file without faults needs no lines. */
    private @Nullable Map<String, Integer> byPath;

    /** @param text a text that is valid YAML */
    LineIndex(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    private static Map<String, Integer> read(String text) {
        Map<String, Integer> byPath = new HashMap<>();
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String path = parser.getParsingContext().pathAsPointer().toString();
                byPath.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byPath;
    }

    /** The line of a value. Where the value is missing, the line of the nearest value around it, or 1. */
    int at(String path) {
        if (byPath == null) {
            byPath = read(text);
        }
        for (String at = path; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = byPath.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }
}

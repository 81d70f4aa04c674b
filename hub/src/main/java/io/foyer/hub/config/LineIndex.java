package io.foyer.hub.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** On which line of a YAML text each value stands, by its path such as {@code /doors/0/from}. */
final class LineIndex {
    private final String text;
    /** Read when somebody asks: nobody does of a file without faults. */
    private @Nullable Map<String, Integer> byPath;

    /** @param text that is known to be YAML */
    LineIndex(String text) {
        this.text = text;
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

    /** Of the value itself or, where it is not there, of the nearest value that would hold it; 1 at worst. */
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

package io.foyer.hub.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a YAML text each value stands, by its path such as {@code /doors/0/from}. */
final class Lines {
    private final Map<String, Integer> byPath = new HashMap<>();

    static Lines of(String text) throws IOException {
        Lines lines = new Lines();
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String path = parser.getParsingContext().pathAsPointer().toString();
                lines.byPath.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    /** Of the value itself or, where it is not there, of the nearest value that would hold it; 1 at worst. */
    int at(String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = byPath.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }
}

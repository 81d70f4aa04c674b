package io.foyer.hub.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a changed site file changes: one line a thing for people, {@code +} for what is new, {@code ~} for what is
 * otherwise, {@code -} for what is retired.
 */
record Difference(List<String> lines) {
    private static final String DEVICE = " device ";

    /** What a file changes that was edited while the hub was down. */
    static List<String> sinceThen(Map<String, String> before, Premises one) {
        return before.isEmpty()
                ? List.of("+ site " + one.house().site())
                : between(before, one.parts()).lines();
    }

    static Difference between(Map<String, String> before, Map<String, String> after) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(after).forEach((thing, text) -> {
            if (!before.containsKey(thing)) {
                lines.add("+ " + thing);
            } else if (!text.equals(before.get(thing))) {
                lines.add("~ " + thing);
            }
        });
        new TreeMap<>(before)
                .keySet().stream()
                        .filter(thing -> !after.containsKey(thing))
                        .forEach(thing -> lines.add("- " + thing + " (retired)"));
        return new Difference(lines);
    }

    /** The devices that may no longer be here as they are, and must log in again. */
    Set<String> devices() {
        return lines.stream()
                .filter(line -> line.startsWith("~" + DEVICE) || line.startsWith("-" + DEVICE))
                .map(line -> line.substring(1 + DEVICE.length()).replace(" (retired)", ""))
                .collect(Collectors.toSet());
    }

    boolean isNone() {
        return lines.isEmpty();
    }
}

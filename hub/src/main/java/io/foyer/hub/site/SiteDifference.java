package io.foyer.hub.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The difference between two versions of a site file, one line a thing for people: {@code +} for a new thing, {@code ~}
 * for a changed one, {@code -} for a retired one.
 */
record SiteDifference(Set<String> added, Set<String> changed, Set<String> retired) {
    private static final String DEVICE = "device ";

    /** The changes of a file that somebody edited while the hub was down. */
    static List<String> sinceThen(Map<String, String> before, SiteSetup one) {
        return before.isEmpty()
                ? List.of("+ site " + one.definition().site())
                : between(before, one.parts()).lines();
    }

    static SiteDifference between(Map<String, String> before, Map<String, String> after) {
        Set<String> added = new TreeSet<>(after.keySet());
        added.removeAll(before.keySet());
        Set<String> retired = new TreeSet<>(before.keySet());
        retired.removeAll(after.keySet());
        Set<String> changed = new TreeSet<>(after.keySet());
        changed.removeIf(thing -> added.contains(thing) || Objects.equals(after.get(thing), before.get(thing)));
        return new SiteDifference(added, changed, retired);
    }

    /** The new and changed things by name, and then the retired ones. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Set<String> there = new TreeSet<>(added);
        there.addAll(changed);
        there.forEach(thing -> lines.add((added.contains(thing) ? "+ " : "~ ") + thing));
        retired.forEach(thing -> lines.add("- " + thing + " (retired)"));
        return lines;
    }

    /** The devices that the change affects: they must log in again. */
    Set<String> devices() {
        return Stream.concat(changed.stream(), retired.stream())
                .filter(thing -> thing.startsWith(DEVICE))
                .map(thing -> thing.substring(DEVICE.length()))
                .collect(Collectors.toSet());
    }

    boolean isNone() {
        return added.isEmpty() && changed.isEmpty() && retired.isEmpty();
    }
}

package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import java.util.List;

/** What becomes durable together, in this order. */
public record Batch(List<Entry> entries) {
    public Batch {
        entries = List.copyOf(entries);
    }

    /** How many things files of people bring with it. */
    long files() {
        return entries.stream()
                .flatMap(entry -> entry.changes().stream())
                .mapToLong(change -> change instanceof Change.PeopleAre are ? are.size() : 0)
                .sum();
    }

    /** All that one signal left behind: it is kept whole or, where the database refuses its content, not at all. */
    public record Entry(String site, List<Change> changes) {
        public Entry {
            changes = List.copyOf(changes);
        }
    }
}

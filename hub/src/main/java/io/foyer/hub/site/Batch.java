package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import java.time.Duration;
import java.util.List;

/** What becomes durable together, in this order. */
public record Batch(List<Entry> entries) {
    private static final Duration A_THING = Duration.ofNanos(100_000);

    public Batch {
        entries = List.copyOf(entries);
    }

    /** How much longer it may take than one of single things: a file of people takes its time, which is no silence. */
    public Duration patience() {
        long things = 0;
        for (Entry entry : entries) {
            for (Change change : entry.changes()) {
                things += change instanceof Change.PeopleAre are ? are.size() : 0;
            }
        }
        return A_THING.multipliedBy(things);
    }

    /** All that one signal left behind: it is kept whole or, where the database refuses its content, not at all. */
    public record Entry(String site, List<Change> changes) {
        public Entry {
            changes = List.copyOf(changes);
        }
    }
}

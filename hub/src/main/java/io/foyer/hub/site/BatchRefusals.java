package io.foyer.hub.site;

import io.foyer.hub.site.Batch.BatchEntry;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a batch that the database refused for their content, with the reasons. Entries are compared as
 * objects.
 */
public final class BatchRefusals {
    private final IdentityHashMap<BatchEntry, String> reasons = new IdentityHashMap<>();

    public void add(BatchEntry refused, String reason) {
        reasons.put(refused, reason);
    }

    /** The reason why an entry is not written; null where the entry is written. */
    public @Nullable String of(BatchEntry entry) {
        return reasons.get(entry);
    }

    public int count() {
        return reasons.size();
    }
}

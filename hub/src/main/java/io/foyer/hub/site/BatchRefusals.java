package io.foyer.hub.site;

import io.foyer.hub.site.Batch.BatchEntry;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Which entries of a batch the database refused for their content, and why. Entries are told apart as objects. */
public final class BatchRefusals {
    private final IdentityHashMap<BatchEntry, String> reasons = new IdentityHashMap<>();

    public void add(BatchEntry refused, String reason) {
        reasons.put(refused, reason);
    }

    /** Why an entry is not written; null where it is. */
    public @Nullable String of(BatchEntry entry) {
        return reasons.get(entry);
    }

    public int count() {
        return reasons.size();
    }
}

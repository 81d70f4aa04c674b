package io.foyer.hub.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of swipes that were answered while nothing more could be kept. Their devices send them again, since nobody
 * acknowledged them: then they are kept as they were decided, and open nothing a second time. At most 10,000, the oldest
 * of which is forgotten first; such a one is decided anew and is stale by then.
 */
final class AnswerMemory {
    private static final int AT_MOST = 10_000;

    private final Map<SwipeKey, List<Change>> swipes = new LinkedHashMap<>();

    private record SwipeKey(String device, String id) {}

    /** One without an id cannot be known again. */
    void add(String device, @Nullable String id, List<Change> toKeep) {
        if (id == null) {
            return;
        }
        swipes.put(new SwipeKey(device, id), List.copyOf(toKeep));
        if (swipes.size() > AT_MOST) {
            swipes.remove(swipes.keySet().iterator().next());
        }
    }

    boolean has(String device, @Nullable String id) {
        return id != null && swipes.containsKey(new SwipeKey(device, id));
    }

    /** What is to be kept of it, once; null where it was not answered. */
    @Nullable List<Change> remove(String device, @Nullable String id) {
        return id == null ? null : swipes.remove(new SwipeKey(device, id));
    }
}

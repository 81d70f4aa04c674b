package io.foyer.hub.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of swipes that the hub answered while it could keep nothing. A device gets no acknowledgement for such
 * a swipe and sends the swipe again. The hub then keeps the first decision and opens no door a second time.
 *
 * <p>The memory holds 10,000 swipes at most and forgets the oldest first. The hub decides a forgotten swipe anew; the
 * swipe is stale by then.
 */
final class AnswerMemory {
    private static final int AT_MOST = 10_000;

    private final Map<SwipeKey, List<Change>> swipes = new LinkedHashMap<>();

    private record SwipeKey(String device, String id) {}

    /** Adds nothing for a swipe without an id: the hub cannot recognise such a swipe. */
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

    /** Takes out the changes that the hub must keep for a swipe. Null where the hub has not answered the swipe. */
    @Nullable List<Change> remove(String device, @Nullable String id) {
        return id == null ? null : swipes.remove(new SwipeKey(device, id));
    }
}

package io.foyer.hub.domain.access;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The passages that nobody has counted yet: they wait here while the hub can keep nothing. */
final class PassageLog {
    /** Beyond so many the oldest one is forgotten. */
    private static final int MOST = 4_096;

    private final Deque<DoorPassage> passages = new ArrayDeque<>();

    void add(DoorPassage passage) {
        if (passages.size() == MOST) {
            passages.removeFirst();
        }
        passages.addLast(passage);
    }

    /** All passages in their order; none is left. */
    List<DoorPassage> take() {
        List<DoorPassage> all = List.copyOf(passages);
        passages.clear();
        return all;
    }
}

package io.foyer.hub.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The message ids that one device has used: those of the last 24 h and at least the last 4,096, but never more than
 * 100,000, which is one a second for more than a day; a device that sends more is remembered for a shorter time.
 */
public final class SeenIds {
    static final int AT_LEAST = 4_096;
    static final int AT_MOST = 100_000;
    private static final Duration KEPT = Duration.ofHours(24);

    private final Map<String, Instant> arrivals = new LinkedHashMap<>();

    /**
     * Remembers an id.
     *
     * @return false where it was there already; then nothing changes
     */
    public boolean add(String id, Instant arrived) {
        if (arrivals.putIfAbsent(id, arrived) != null) {
            return false;
        }
        while (arrivals.size() > AT_LEAST) {
            Iterator<Instant> oldest = arrivals.values().iterator();
            boolean young = !oldest.next().isBefore(arrived.minus(KEPT));
            if (young && arrivals.size() <= AT_MOST) {
                break;
            }
            oldest.remove();
        }
        return true;
    }

    public boolean has(String id) {
        return arrivals.containsKey(id);
    }

    public int size() {
        return arrivals.size();
    }
}

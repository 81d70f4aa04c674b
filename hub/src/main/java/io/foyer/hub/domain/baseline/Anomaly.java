package io.foyer.hub.domain.baseline;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stretch of time in which a meter used something else than it would have.
 *
 * @param until excluded
 * @param excess by the beginning of the hour: what was used beyond what was expected, in mWh, ml or bytes; negative where
 *     it was less
 */
public record Anomaly(Instant from, Instant until, AnomalyCause cause, SortedMap<Instant, Long> excess) {
    public Anomaly {
        excess = Collections.unmodifiableSortedMap(new TreeMap<>(excess));
    }

    /** In mWh, ml or bytes. */
    public long quantity() {
        return excess.values().stream().mapToLong(Long::longValue).sum();
    }
}

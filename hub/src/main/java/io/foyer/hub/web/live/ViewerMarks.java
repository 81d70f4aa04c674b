package io.foyer.hub.web.live;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Up to which decision a stream's viewers had been told at each of its newest sequences. */
final class ViewerMarks {
    private static final int MOST = 5_000;
    private static final long MICROS_A_MILLI = 1_000;

    private final NavigableMap<Long, Long> told = new TreeMap<>();

    void put(long seq, long number) {
        told.put(seq, number);
        if (told.size() > MOST) {
            told.pollFirstEntry();
        }
    }

    /**
     * The newest decision that had been told at a sequence. Of one that is too old, or of an earlier stream, this much is
     * known: that stream began before the millisecond that the sequence is.
     */
    long at(long seq) {
        var mark = told.floorEntry(seq);
        return mark != null ? mark.getValue() : Math.min(seq, Long.MAX_VALUE / MICROS_A_MILLI) * MICROS_A_MILLI;
    }
}

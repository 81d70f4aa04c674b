package io.foyer.hub.web.live;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Knows for each of a stream's newest sequences the newest decision of which its viewers had heard. */
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
     * The newest decision of which viewers had heard at a sequence. Where the sequence is too old, or of an earlier
     * stream, only this is known: its stream began before the sequence as a millisecond.
     */
    long at(long seq) {
        var mark = told.floorEntry(seq);
        return mark != null ? mark.getValue() : Math.min(seq, Long.MAX_VALUE / MICROS_A_MILLI) * MICROS_A_MILLI;
    }
}

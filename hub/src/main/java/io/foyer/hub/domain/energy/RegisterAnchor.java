package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where in a stretch of readings the register is sure: there a fold can begin, and what is folded anew can end, as if
 * it had gone through all that was before.
 */
final class RegisterAnchor {
    /** There is no such row. */
    static final int NONE = -1;

    /** Only older rows can tell. */
    static final int OLDER = -2;

    private static final int SURE_RISES = 3;

    private final List<JudgedReading> rows;
    private final boolean fromFirst;

    RegisterAnchor(ReadingRange stretch) {
        this.rows = stretch.rows();
        this.fromFirst = stretch.fromFirst();
    }

    /**
     * The newest of the first {@code count} rows behind which the register surely held nothing, where all is here that
     * was booked in its quarter; NONE where the fold must begin afresh.
     */
    int startBefore(int count) {
        int newest = newestBelieved(count);
        int beginning = beginningNear(newest);
        int start = beginning < 0 ? newest : newestBelieved(beginning);
        if (beginning == OLDER || (start < 0 && !fromFirst)) {
            return OLDER;
        }
        boolean whole = fromFirst || !at(0).isAfter(Quarters.startOf(at(start)));
        return whole ? start : OLDER;
    }

    /**
     * True where the register was sure at the last of the first {@code count} rows, and all is here that was booked in
     * its quarter, also what ends behind it.
     */
    boolean isSettled(int count) {
        Instant end = Quarters.startOf(at(count - 1)).plus(Quarters.LENGTH);
        return !at(rows.size() - 1).isBefore(end)
                && newestBelieved(count) == count - 1
                && beginningNear(count - 1) == NONE;
    }

    private Instant at(int row) {
        return rows.get(row).reading().at();
    }

    private int newestBelieved(int end) {
        int i = end - 1;
        while (i >= 0
                && (rows.get(i).verdict() == ReadingVerdict.HELD || rows.get(i).verdict() == ReadingVerdict.ERROR)) {
            i--;
        }
        return i;
    }

    /**
     * A new beginning is told only by readings after it, so a row behind one may have been held when it was read. The
     * register is done with a beginning after three rises or 24 hours at the latest; in front of one, and behind any
     * other believed reading, it holds nothing.
     *
     * @return the row of a beginning that may not yet have been understood at row {@code i}, or NONE, or OLDER
     */
    private int beginningNear(int i) {
        int rises = 0;
        double above = 0;
        for (int k = i; k >= 0; k = newestBelieved(k)) {
            JudgedReading row = rows.get(k);
            rises += above > row.reading().register() ? 1 : 0;
            above = row.reading().register();
            if (rises >= SURE_RISES || Duration.between(at(k), at(i)).compareTo(Register.HOLD) >= 0) {
                return NONE;
            }
            switch (row.verdict()) {
                case EPOCH, RESTART, ROLLOVER -> {
                    return k;
                }
                case BASELINE -> {
                    return NONE;
                }
                case SOUND, HELD, ERROR -> {}
            }
        }
        return fromFirst ? NONE : OLDER;
    }
}

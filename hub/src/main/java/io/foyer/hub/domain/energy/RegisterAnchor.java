package io.foyer.hub.domain.energy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Finds rows at which the register held nothing. A fold can begin at such a row, and a new fold can end there, with the
 * same result as a fold over all readings.
 */
final class RegisterAnchor {
    /** No row has the quality that the caller looks for. */
    static final int NONE = -1;

    /** Only older rows can answer. */
    static final int OLDER = -2;

    private static final int SURE_RISES = 3;

    private final List<JudgedReading> rows;
    private final boolean fromFirst;

    RegisterAnchor(ReadingRange stretch) {
        this.rows = stretch.rows();
        this.fromFirst = stretch.fromFirst();
    }

    /**
     * The row at which a fold can begin: the newest of the first {@code count} rows where the register held nothing,
     * and where the stretch has all bookings of the row's quarter. NONE where the fold must begin with the first
     * reading.
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
     * True where the register held nothing at the last of the first {@code count} rows, and where the stretch has all
     * bookings of the row's quarter, also those that end later.
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
        while (i >= 0 && !rows.get(i).isBelieved()) {
            i--;
        }
        return i;
    }

    /**
     * Looks for a beginning that the register may not have understood at row {@code i}. Only readings after a new
     * beginning reveal it, so the register may have held a row behind it. After three rises, or after 24 hours at the
     * latest, the register has decided. In front of a beginning, and behind any other believed reading, the register
     * holds nothing.
     *
     * @return the row of such a beginning, or NONE, or OLDER
     */
    private int beginningNear(int i) {
        int rises = 0;
        long above = 0;
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
                case BASELINE, POWER -> {
                    return NONE;
                }
                case SOUND, HELD, ERROR -> {}
            }
        }
        return fromFirst ? NONE : OLDER;
    }
}

package io.foyer.hub.web.live;

import io.foyer.hub.domain.access.AccessEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The numbers of a site's decisions, in the order in which viewers hear of them. A number is the microsecond at which
 * the hub heard of the decision, or one more than the last number. So the numbers always rise, and a decision has the
 * same number after a restart. The newest {@link #MOST_KNOWN} numbers are known.
 */
final class DecisionNumbers {
    static final int MOST_KNOWN = 10_000;

    private final Deque<Long> known = new ArrayDeque<>();
    private boolean areAll = true;
    private long last;

    /** The number of the next decision. */
    long next(AccessEvent event) {
        return add(ChronoUnit.MICROS.between(Instant.EPOCH, event.received()));
    }

    /** Gives numbers to decisions that no viewer can hear of any more. */
    void skip(int missed) {
        for (int i = 0; i < missed; i++) {
            add(last + 1);
        }
    }

    private long add(long number) {
        last = Math.max(number, last + 1);
        known.addLast(last);
        if (known.size() > MOST_KNOWN) {
            known.removeFirst();
            areAll = false;
        }
        return last;
    }

    /** Notes that there were decisions before the known ones. */
    void haveEarlier() {
        areAll = false;
    }

    /** The number of the newest decision; 0 where there was none. */
    long last() {
        return last;
    }

    /**
     * How many decisions above a number are not among the newest {@code shown} ones. Where the number is too old to be
     * known, there are at least so many.
     */
    long unseen(long number, int shown) {
        long above = known.stream().filter(one -> one > number).count();
        boolean mayBeMore = !areAll && !known.isEmpty() && known.getFirst() > number;
        return Math.max(above - shown, mayBeMore ? 1 : 0);
    }
}

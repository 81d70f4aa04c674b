package io.foyer.hub.web.live;

import io.foyer.hub.domain.access.AccessEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The numbers of a site's decisions, in the order in which they are told. A number is the microsecond at which the hub
 * heard of it, or one more than the last: so it always rises, and a decision has the same one after a restart. Of the
 * newest {@link #MOST_KNOWN} it is known how many lie above a number.
 */
final class DecisionNumbers {
    static final int MOST_KNOWN = 10_000;

    private final Deque<Long> known = new ArrayDeque<>();
    private boolean areAll = true;
    private long last;

    /** The next decision's. */
    long next(AccessEvent event) {
        return add(ChronoUnit.MICROS.between(Instant.EPOCH, event.received()));
    }

    /** Of decisions that nobody can be told any more. */
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

    /** There were decisions before those that are known here. */
    void haveEarlier() {
        areAll = false;
    }

    /** The newest decision's; 0 where there was none. */
    long last() {
        return last;
    }

    /**
     * How many decisions above a number there are beyond the newest {@code shown}: at least so many where it is too old to
     * be known.
     */
    long unseen(long number, int shown) {
        long above = known.stream().filter(one -> one > number).count();
        boolean mayBeMore = !areAll && !known.isEmpty() && known.getFirst() > number;
        return Math.max(above - shown, mayBeMore ? 1 : 0);
    }
}

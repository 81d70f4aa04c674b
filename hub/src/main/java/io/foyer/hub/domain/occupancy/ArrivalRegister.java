package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.BalanceState.HourArrivals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Who came into a zone in which hour, the oldest first: those who may be inside still. Entries time out one by one. */
final class ArrivalRegister {
    static final Duration LONGEST_STAY = Duration.ofHours(16);

    private static final long HOUR_S = 3_600;

    private final Deque<HourArrivals> hours;

    ArrivalRegister(List<HourArrivals> hours) {
        this.hours = new ArrayDeque<>(hours);
    }

    List<HourArrivals> hours() {
        return List.copyOf(hours);
    }

    /** People who come late by their sensor's word join the newest hour. */
    void add(long people, Instant at) {
        if (people > 0) {
            long hour = Math.floorDiv(at.getEpochSecond(), HOUR_S);
            HourArrivals newest = hours.peekLast();
            if (newest != null && hour <= newest.hour()) {
                hours.removeLast();
                hours.addLast(new HourArrivals(newest.hour(), newest.people() + people));
            } else {
                hours.addLast(new HourArrivals(hour, people));
            }
        }
    }

    void clear() {
        hours.clear();
    }

    /** How many there are at most, when those who came too long ago have left. */
    long most(Instant now) {
        long oldest = Math.floorDiv(now.minus(LONGEST_STAY).getEpochSecond(), HOUR_S);
        while (!hours.isEmpty() && hours.peekFirst().hour() < oldest) {
            hours.removeFirst();
        }
        return hours.stream().mapToLong(HourArrivals::people).sum();
    }

    /**
     * When the next people time out; {@link Instant#MAX} where there are none.
     *
     * @param second in which people have come who are not in the register yet; {@link Long#MAX_VALUE} where none have
     */
    Instant nextTimeOut(long second) {
        HourArrivals oldest = hours.peekFirst();
        if (oldest == null && second == Long.MAX_VALUE) {
            return Instant.MAX;
        }
        long hour = oldest == null ? Math.floorDiv(second, HOUR_S) : oldest.hour();
        return Instant.ofEpochSecond((hour + 1) * HOUR_S).plus(LONGEST_STAY);
    }
}

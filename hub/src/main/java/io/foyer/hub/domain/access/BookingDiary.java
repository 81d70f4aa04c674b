package io.foyer.hub.domain.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The bookings of one place, found by an instant. Those that last equally long, to a factor of two, stand together in the
 * order of their beginnings: what holds at an instant has begun at most that long before. So of each length only what is
 * near the instant is looked at, however many there are and whether they overlap or not.
 */
final class BookingDiary {
    private final Map<String, Booking> byId = new LinkedHashMap<>();
    /** By length, as a power of two in seconds, and by the second of their beginning. */
    private final Map<Integer, NavigableMap<Long, List<Booking>>> byLength = new TreeMap<>();

    void put(Booking booking) {
        remove(booking.id());
        byId.put(booking.id(), booking);
        byLength.computeIfAbsent(length(booking), length -> new TreeMap<>())
                .computeIfAbsent(begins(booking), second -> new ArrayList<>(1))
                .add(booking);
    }

    void remove(String id) {
        Booking before = byId.remove(id);
        if (before != null) {
            byLength.computeIfPresent(length(before), (length, alike) -> {
                alike.computeIfPresent(begins(before), (second, some) -> {
                    some.remove(before);
                    return some.isEmpty() ? null : some;
                });
                return alike.isEmpty() ? null : alike;
            });
        }
    }

    Collection<Booking> all() {
        return byId.values();
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** Those that hold at an instant. */
    List<Booking> at(Instant instant) {
        List<Booking> holding = new ArrayList<>(1);
        near(instant).forEach(booking -> {
            if (booking.holds(instant)) {
                holding.add(booking);
            }
        });
        return holding;
    }

    /** All that hold at an instant, and some that do not. */
    List<Booking> near(Instant instant) {
        List<Booking> near = new ArrayList<>();
        long second = instant.getEpochSecond();
        byLength.forEach((length, alike) -> alike.subMap(second - (1L << length), true, second, true)
                .values()
                .forEach(near::addAll));
        return near;
    }

    /** So many bits have the seconds from its first beginning to its last end. */
    private static int length(Booking booking) {
        return Long.SIZE - Long.numberOfLeadingZeros(booking.ends().getEpochSecond() - begins(booking) + 1);
    }

    private static long begins(Booking booking) {
        return booking.times().get(0).from().getEpochSecond();
    }
}

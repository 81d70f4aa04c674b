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
 * The bookings of one place, found by an instant. Bookings of similar length, to a factor of two, stand together in the
 * order of their beginnings. A booking of that length that holds at an instant began at most that long before. The
 * search therefore looks only near the instant in each length, however many bookings there are and whether or not they
 * overlap.
 */
final class BookingDiary {
    private final Map<String, Booking> byId = new LinkedHashMap<>();
    /** By length, as a power of two in seconds, and then by the second of the beginning. */
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

    /** The bookings that hold at an instant. */
    List<Booking> at(Instant instant) {
        List<Booking> holding = new ArrayList<>(1);
        near(instant).forEach(booking -> {
            if (booking.holds(instant)) {
                holding.add(booking);
            }
        });
        return holding;
    }

    /** All bookings that hold at an instant, and some others. */
    List<Booking> near(Instant instant) {
        List<Booking> near = new ArrayList<>();
        long second = instant.getEpochSecond();
        byLength.forEach((length, alike) -> alike.subMap(second - (1L << length), true, second, true)
                .values()
                .forEach(near::addAll));
        return near;
    }

    /** The number of bits of the seconds from the first beginning to the last end. */
    private static int length(Booking booking) {
        return Long.SIZE - Long.numberOfLeadingZeros(booking.ends().getEpochSecond() - begins(booking) + 1);
    }

    private static long begins(Booking booking) {
        return booking.times().get(0).from().getEpochSecond();
    }
}

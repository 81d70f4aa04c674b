package io.foyer.simulators.day;

import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.Zone;
import java.util.HashMap;
import java.util.Map;

/** How many mean to be in each zone in each minute of one day, so that a booth has one caller and a desk one guest. */
final class Room {
    private static final int MINUTES = 24 * 60;

    private final Space space;
    private final Map<String, int[]> taken = new HashMap<>();

    Room(Space space) {
        this.space = space;
    }

    /** Takes a place from {@code from} until {@code until}, seconds of the day; false where none is free. */
    boolean take(String zone, int from, int until) {
        Zone known = space.zones().get(zone);
        int capacity = known == null || known.capacity() == 0 ? Integer.MAX_VALUE : known.capacity();
        int[] minutes = taken.computeIfAbsent(zone, key -> new int[MINUTES]);
        int first = Math.max(0, from / 60);
        int last = Math.min(MINUTES - 1, until / 60);
        for (int minute = first; minute <= last; minute++) {
            if (minutes[minute] >= capacity) {
                return false;
            }
        }
        for (int minute = first; minute <= last; minute++) {
            minutes[minute]++;
        }
        return true;
    }
}

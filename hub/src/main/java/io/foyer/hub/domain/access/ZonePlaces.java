package io.foyer.hub.domain.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** To whom the places of one hard-limited zone belong: to those who are in, and for a moment to those who may come. */
final class ZonePlaces {
    private final Set<String> inside = new HashSet<>();
    private final Map<String, Instant> coming = new HashMap<>();

    void enter(String person) {
        inside.add(person);
    }

    void reserve(String person, Instant until) {
        coming.put(person, until);
    }

    void leave(String person) {
        inside.remove(person);
        coming.remove(person);
    }

    /** True where so many places belong to others at an instant. */
    boolean areTaken(int number, String person, Instant at) {
        int left = number - inside.size() + (inside.contains(person) ? 1 : 0);
        if (left > coming.size()) {
            return false;
        }
        for (Map.Entry<String, Instant> one : coming.entrySet()) {
            if (left <= 0) {
                break;
            }
            boolean other = !one.getKey().equals(person) && !inside.contains(one.getKey());
            left -= other && !one.getValue().isBefore(at) ? 1 : 0;
        }
        return left <= 0;
    }
}

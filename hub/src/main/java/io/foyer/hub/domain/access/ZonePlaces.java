package io.foyer.hub.domain.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who has the places of one zone with a hard limit: the people in the zone and, for a moment, people with a grant. */
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

    /** True where others have at least {@code number} places at an instant. */
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

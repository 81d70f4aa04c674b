package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.SiteDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The doors of which only one may be open at a time, by the name of their interlock. */
final class Interlocks {
    private final DoorStates states;
    private final Map<String, List<Door>> doors = new HashMap<>();

    Interlocks(DoorStates states) {
        this.states = states;
    }

    void moveTo(SiteDefinition changed) {
        doors.clear();
        changed.doors().values().stream()
                .filter(door -> door.interlock() != null)
                .forEach(door -> doors.computeIfAbsent(String.valueOf(door.interlock()), group -> new ArrayList<>())
                        .add(door));
    }

    /**
     * Another door of the same interlock that keeps this door shut; null where there is none. Such a door is open, or
     * has an unused grant, or, on the way in, has a contact that is unknown.
     */
    @Nullable Door interlocking(Door door, Direction direction, Instant at) {
        if (door.interlock() == null) {
            return null;
        }
        for (Door other : doors.getOrDefault(door.interlock(), List.of())) {
            Instant granted = states.of(other.id()).grantedUntil();
            boolean lost = direction == Direction.IN && isSilent(other.id());
            boolean mayOpen = granted != null && !granted.isBefore(at);
            if (!other.id().equals(door.id()) && (states.isOpen(other.id()) || mayOpen || lost)) {
                return other;
            }
        }
        return null;
    }

    private boolean isSilent(String door) {
        DoorContact contact = states.contact(door);
        return contact != null && contact.isSilent();
    }
}

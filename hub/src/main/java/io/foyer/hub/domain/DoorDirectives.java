package io.foyer.hub.domain;

import io.foyer.hub.domain.access.DoorMode;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the devices at the doors have been told of how their door stands. Devices are told when the mode of their door
 * changes. A device that logs in again is told again, because it has missed commands while it was away. At a start only
 * the devices of doors that stand open or shut by an order are told.
 */
final class DoorDirectives {
    /** A device that has just logged in subscribes first. */
    private static final Duration SUBSCRIBES_WITHIN = Duration.ofSeconds(1);

    private final Map<String, DoorMode> modes = new HashMap<>();
    /** By device: when it has subscribed, if it does so at all. */
    private final Deadlines<String> newcomers = new Deadlines<>();

    void connected(Device device, Instant now) {
        Instant subscribed = now.plus(SUBSCRIBES_WITHIN);
        newcomers.set(device.id(), subscribed);
        device.speaksFor().forEach(spokenFor -> newcomers.set(spokenFor, subscribed));
    }

    /** Doors that have left the site file are forgotten. */
    void moveTo(SiteDefinition definition) {
        modes.keySet().retainAll(definition.doors().keySet());
    }

    /** When {@link #tell} has something to do next; null: not before somebody does something. */
    @Nullable Instant due(Doorkeeper keeper) {
        return Deadlines.earliest(newcomers.next(), keeper.doorsDue());
    }

    /**
     * Tells devices how their doors stand now.
     *
     * @param by the person who has just changed a door; null where time has
     * @param ordered the one door that the person has spoken of. Its devices are told even where the door stays as it
     *     was: one of them may have missed the last command
     */
    void tell(
            SiteDefinition definition,
            Doorkeeper keeper,
            @Nullable String by,
            @Nullable String ordered,
            Instant now,
            Effects effects) {
        Set<Door> doors = new LinkedHashSet<>(keeper.doorsDue(now));
        Door spokenOf = ordered == null ? null : definition.doors().get(ordered);
        if (spokenOf != null) {
            doors.add(spokenOf);
        }
        for (Door door : doors) {
            DoorMode mode = keeper.mode(door, now);
            DoorMode before = modes.put(door.id(), mode);
            boolean changed = before == null ? isSpecial(mode) : mode != before;
            if (changed) {
                effects.showDoor(door.id());
            }
            if (door.id().equals(ordered) || (changed && (isSpecial(mode) || (before != null && isSpecial(before))))) {
                definition
                        .devicesAt(door.id())
                        .forEach(device -> effects.order(order(
                                device.id(), by == null ? keeper.orderedBy(door, now) : by, door.id(), mode, now)));
            }
        }
        newcomers.removeDue(now).forEach(id -> {
            Device device = definition.devices().get(id);
            Door door = device == null || device.door() == null
                    ? null
                    : definition.doors().get(device.door());
            DoorMode mode = door == null ? null : modes.get(door.id());
            if (door != null && mode != null && isSpecial(mode)) {
                effects.order(order(id, keeper.orderedBy(door, now), door.id(), mode, now));
            }
        });
    }

    private static boolean isSpecial(DoorMode mode) {
        return mode.isOpen() || mode.isShut();
    }

    private static DoorOrder order(String device, @Nullable String by, String door, DoorMode mode, Instant now) {
        Instant expires = now.plus(DoorOrder.LASTS);
        if (mode.isOpen()) {
            return new DoorOrder.HoldOpenOrder(device, by, door, expires);
        }
        return mode.isShut()
                ? new DoorOrder.LockOrder(device, by, door, expires)
                : new DoorOrder.ResumeOrder(device, by, door, expires);
    }
}

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
 * What the hub has told the devices about the mode of their door. A mode is open, shut or neither. The hub tells the
 * devices when a door changes to another mode, if the old or the new mode is open or shut. While a door is open or
 * shut, the hub also tells each device that logs in, because the device missed orders while it was away.
 */
final class DoorDirectives {
    /** A device gets this much time to subscribe after its login. */
    private static final Duration SUBSCRIBES_WITHIN = Duration.ofSeconds(1);

    private final Map<String, DoorMode> modes = new HashMap<>();
    /** By device: when the hub expects the device to have subscribed. */
    private final Deadlines<String> newcomers = new Deadlines<>();

    void connected(Device device, Instant now) {
        Instant subscribed = now.plus(SUBSCRIBES_WITHIN);
        newcomers.set(device.id(), subscribed);
        device.speaksFor().forEach(spokenFor -> newcomers.set(spokenFor, subscribed));
    }

    /** Forgets the doors that the new site file does not have. */
    void moveTo(SiteDefinition definition) {
        modes.keySet().retainAll(definition.doors().keySet());
    }

    /** When {@link #tell} has work next; null where only a person can make work. */
    @Nullable Instant due(Doorkeeper keeper) {
        return Deadlines.earliest(newcomers.next(), keeper.doorsDue());
    }

    /**
     * Tells devices the mode of their door.
     *
     * @param by the person who has just changed a door; null where time changed the mode
     * @param ordered the one door that the person named. The devices of this door get the order even where the mode
     *     stays, because a device may have missed the last command
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

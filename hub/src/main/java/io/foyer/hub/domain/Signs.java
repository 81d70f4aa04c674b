package io.foyer.hub.domain;

import io.foyer.hub.domain.access.DoorMode;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the devices at the doors have been told of how their door stands. They are told when that changes, and those that
 * log in again are told again: a device that was away has missed it. Of nothing special they are not told at first.
 */
final class Signs {
    /** A device that has just logged in subscribes first. */
    private static final Duration SUBSCRIBES_WITHIN = Duration.ofSeconds(1);

    private final Map<String, DoorMode> modes = new HashMap<>();
    private final Map<String, Instant> newcomers = new HashMap<>();

    void connected(Device device, Instant now) {
        newcomers.put(device.id(), now);
        device.speaksFor().forEach(spokenFor -> newcomers.put(spokenFor, now));
    }

    /**
     * {@code by} is the person who has just changed it, null where time has; {@code ordered} the one door that they have
     * spoken of. Its devices are told even where it stays as it was: one of them may have missed it.
     */
    void tell(
            House house,
            Doorkeeper keeper,
            @Nullable String by,
            @Nullable String ordered,
            Instant now,
            Effects effects) {
        modes.keySet().retainAll(house.doors().keySet());
        for (Door door : house.doors().values()) {
            DoorMode mode = keeper.mode(door, now);
            DoorMode before = modes.put(door.id(), mode);
            boolean changed = before == null ? isSpecial(mode) : mode != before;
            if (changed) {
                effects.showDoor(door.id());
            }
            if (door.id().equals(ordered) || (changed && (isSpecial(mode) || (before != null && isSpecial(before))))) {
                house.devicesAt(door.id())
                        .forEach(device -> effects.order(order(
                                device.id(), by == null ? keeper.orderedBy(door, now) : by, door.id(), mode, now)));
            }
        }
        Map.copyOf(newcomers).forEach((id, since) -> {
            if (!now.isBefore(since.plus(SUBSCRIBES_WITHIN))) {
                newcomers.remove(id);
                Device device = house.devices().get(id);
                Door door = device == null || device.door() == null
                        ? null
                        : house.doors().get(device.door());
                DoorMode mode = door == null ? null : modes.get(door.id());
                if (door != null && mode != null && isSpecial(mode)) {
                    effects.order(order(id, keeper.orderedBy(door, now), door.id(), mode, now));
                }
            }
        });
    }

    private static boolean isSpecial(DoorMode mode) {
        return mode.isOpen() || mode.isShut();
    }

    private static Order order(String device, @Nullable String by, String door, DoorMode mode, Instant now) {
        Instant expires = now.plus(Order.LASTS);
        if (mode.isOpen()) {
            return new Order.HoldOpen(device, by, door, expires);
        }
        return mode.isShut() ? new Order.Lock(device, by, door, expires) : new Order.Resume(device, by, door, expires);
    }
}

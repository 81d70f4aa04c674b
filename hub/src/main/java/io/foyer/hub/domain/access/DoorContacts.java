package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.SiteDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reports of all contacts. A door may have several contacts, one a device: two leaves have two contacts. */
final class DoorContacts {
    private static final Comparator<DoorContact> BY_TIME = Comparator.comparing(DoorContact::asOf);

    private final Map<String, Map<String, DoorContact>> byDoor = new LinkedHashMap<>();

    void put(DoorContact contact) {
        byDoor.computeIfAbsent(contact.door(), door -> new LinkedHashMap<>()).put(contact.device(), contact);
    }

    List<DoorContact> all() {
        return byDoor.values().stream().flatMap(some -> some.values().stream()).toList();
    }

    @Nullable DoorContact of(String door, String device) {
        return byDoor.getOrDefault(door, Map.of()).get(device);
    }

    /**
     * The contacts of a door together. The door is open where one contact is open. Else the door is unknown where one
     * contact is unknown, since the first one became unknown. Else the door is closed. The report of a device that left
     * the door counts only where no device that is still there has reported. Null where no contact ever reported.
     */
    @Nullable DoorContact of(String door, SiteDefinition definition) {
        Map<String, DoorContact> all = byDoor.getOrDefault(door, Map.of());
        if (all.isEmpty()) {
            return null;
        }
        List<DoorContact> there = all.values().stream()
                .filter(contact -> isAt(definition, door, contact.device()))
                .toList();
        return there.isEmpty() ? newest(all.values()) : together(there);
    }

    static boolean isAt(SiteDefinition definition, String door, String device) {
        return definition.devices().containsKey(device)
                && door.equals(definition.devices().get(device).door());
    }

    private static @Nullable DoorContact newest(Collection<DoorContact> some) {
        return some.stream().max(BY_TIME).orElse(null);
    }

    private static @Nullable DoorContact together(List<DoorContact> there) {
        DoorContact open = newest(there.stream().filter(DoorContact::isOpen).toList());
        return open != null
                ? open
                : there.stream().filter(DoorContact::isSilent).min(BY_TIME).orElseGet(() -> newest(there));
    }
}

package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.SiteDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the contacts of all doors say. A door may have several, one a device: two leaves are two contacts. */
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
     * What they say together: open where one is, else unknown where one is, since the first of them is, else closed. What
     * a device said that is not at the door any more counts only until one that is has spoken. Null where none ever has.
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

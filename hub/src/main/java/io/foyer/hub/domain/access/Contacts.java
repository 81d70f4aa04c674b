package io.foyer.hub.domain.access;

import io.foyer.hub.domain.house.House;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the contacts of all doors say. A door may have several, one a device: two leaves are two contacts. */
final class Contacts {
    private static final Comparator<Contact> BY_TIME = Comparator.comparing(Contact::asOf);

    private final Map<String, Map<String, Contact>> byDoor = new LinkedHashMap<>();

    void put(Contact contact) {
        byDoor.computeIfAbsent(contact.door(), door -> new LinkedHashMap<>()).put(contact.device(), contact);
    }

    List<Contact> all() {
        return byDoor.values().stream().flatMap(some -> some.values().stream()).toList();
    }

    @Nullable Contact of(String door, String device) {
        return byDoor.getOrDefault(door, Map.of()).get(device);
    }

    /**
     * What they say together: open where one is, else unknown where one is, since the first of them is, else closed. What
     * a device said that is not at the door any more counts only until one that is has spoken. Null where none ever has.
     */
    @Nullable Contact of(String door, House house) {
        Map<String, Contact> all = byDoor.getOrDefault(door, Map.of());
        if (all.isEmpty()) {
            return null;
        }
        List<Contact> there = all.values().stream()
                .filter(contact -> isAt(house, door, contact.device()))
                .toList();
        return there.isEmpty() ? newest(all.values()) : together(there);
    }

    static boolean isAt(House house, String door, String device) {
        return house.devices().containsKey(device)
                && door.equals(house.devices().get(device).door());
    }

    private static @Nullable Contact newest(Collection<Contact> some) {
        return some.stream().max(BY_TIME).orElse(null);
    }

    private static @Nullable Contact together(List<Contact> there) {
        Contact open = newest(there.stream().filter(Contact::isOpen).toList());
        return open != null
                ? open
                : there.stream().filter(Contact::isSilent).min(BY_TIME).orElseGet(() -> newest(there));
    }
}

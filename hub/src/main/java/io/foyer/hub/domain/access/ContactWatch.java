package io.foyer.hub.domain.access;

import io.foyer.hub.domain.AccessChange;
import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Ending;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the contacts said last still stands. It does while its device is there, itself or through its gateway,
 * because it would have said otherwise; for an hour after a goodbye; and after the hub has ended the connection, or was
 * away itself, as long as the device needs to come back. Otherwise it is unknown until the contact is heard again: that its
 * device is back says nothing of the door.
 */
public final class ContactWatch {
    /** How long a device may take to come back before what it said counts for nothing. */
    private static final Duration BACK_WITHIN = Duration.ofMinutes(1);

    /** How often it is noted, for after a restart, that a device is still there. */
    private static final Duration NOTED = Duration.ofMinutes(15);

    private final Doors doors;
    private final Set<String> there = new HashSet<>();
    private final Map<String, Instant> awaited = new HashMap<>();
    private final Deadlines<Place> deadlines = new Deadlines<>();
    private House house;
    /** By device: the gateways that bring it. */
    private Map<String, Set<String>> gateways;

    /** Where a contact is: at a door, told by a device. */
    private record Place(String door, String device) {}

    public ContactWatch(House house, Doorkeeper keeper) {
        this.house = house;
        this.doors = keeper.doors();
        this.gateways = gateways(house);
    }

    private static Map<String, Set<String>> gateways(House house) {
        Map<String, Set<String>> gateways = new HashMap<>();
        house.devices().values().forEach(device -> device.speaksFor()
                .forEach(brought ->
                        gateways.computeIfAbsent(brought, id -> new HashSet<>()).add(device.id())));
        return gateways;
    }

    /** A device has told of an instant long ago: where it knew otherwise than the hub, nobody knows what is so now. */
    public List<Change> late(String door, Device device, boolean open, Instant at) {
        Contact known = doors.contacts().of(door, device.id());
        return known == null || known.isSilent() || known.isOpen() == open ? List.of() : silence(known, at);
    }

    /** A device has said that it is there, which says nothing of a door, or that it is not. */
    public List<Change> status(Device device, boolean online, Instant at) {
        Predicate<String> away = id -> id.equals(device.id()) || (isBehind(id, device.id()) && !there.contains(id));
        return online ? List.of() : each(away, contact -> silence(contact, at));
    }

    public List<Change> connected(Device device, Instant now) {
        there.add(device.id());
        awaited.remove(device.id());
        awaited.keySet().removeAll(device.speaksFor());
        return each(
                id -> isBehind(id, device.id()), contact -> contact.asleep() ? keep(contact.awake(now)) : List.of());
    }

    public List<Change> gone(Device device, Ending ending, Instant now) {
        there.remove(device.id());
        return each(id -> isBehind(id, device.id()) && !isThere(id), contact -> switch (ending) {
            case LOSS -> silence(contact, now);
            case GOODBYE -> keep(contact.asleep(now));
            case HANG_UP -> {
                awaited.put(contact.device(), now.plus(BACK_WITHIN));
                yield List.of();
            }
        });
    }

    /** A contact has spoken. */
    public void told(String door, String device) {
        watch(new Place(door, device), Instant.MIN);
    }

    /** When {@link #tick} has something to do next; null: never. */
    public @Nullable Instant due() {
        return deadlines.next();
    }

    /** Time has passed: contacts cease to stand, and signs of connections are noted. */
    public List<Change> tick(Instant now) {
        List<Place> due = deadlines.take(now);
        if (due.isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        for (Place place : due) {
            Contact contact = doors.contacts().of(place.door(), place.device());
            if (contact != null && !contact.isSilent()) {
                changes.addAll(pass(contact, now));
            }
        }
        awaited.values().removeIf(until -> !now.isBefore(until));
        due.forEach(place -> watch(place, now));
        return changes;
    }

    private List<Change> pass(Contact contact, Instant now) {
        Instant until = awaited.get(contact.device());
        if (contact.asleep() && !now.isBefore(contact.standsUntil())) {
            return silence(contact, contact.standsUntil());
        }
        if (until != null && !now.isBefore(until)) {
            return silence(contact, now);
        }
        return isThere(contact.device()) && !now.isBefore(contact.heard().plus(NOTED))
                ? keep(contact.awake(now))
                : List.of();
    }

    /** Looks at a contact again when time alone may change something about the contact, after {@code now}. */
    private void watch(Place place, Instant now) {
        Contact contact = doors.contacts().of(place.door(), place.device());
        Instant due = contact == null ? null : due(contact);
        deadlines.set(place, due == null || !due.isAfter(now) ? null : due);
    }

    private @Nullable Instant due(Contact contact) {
        Instant due = awaited.get(contact.device());
        if (contact.isSilent()) {
            return due;
        }
        if (contact.asleep()) {
            due = Deadlines.earliest(due, contact.standsUntil());
        }
        return isThere(contact.device())
                ? Deadlines.earliest(due, contact.heard().plus(NOTED))
                : due;
    }

    /** Where a device is at the door no more, or comes another way than before, nobody knows what it would say now. */
    public List<Change> moveTo(House changed, Instant now) {
        Map<String, Set<String>> before = gateways;
        house = changed;
        gateways = gateways(changed);
        return each(id -> true, contact -> {
            String device = contact.device();
            boolean moved = !there.contains(device)
                    && !before.getOrDefault(device, Set.of()).equals(gateways.getOrDefault(device, Set.of()));
            return moved || !isAtItsDoor(contact) ? silence(contact, now) : List.of();
        });
    }

    /** After a restart: of what had no sign for an hour nothing is known; the devices of the rest may come back. */
    public void restore(Instant now) {
        each(id -> true, contact -> {
            Instant until = contact.standsUntil();
            if (!now.isBefore(until) || !isAtItsDoor(contact)) {
                doors.contacts().put(contact.silent(until.isBefore(now) ? until : now));
            } else if (!contact.asleep()) {
                awaited.put(contact.device(), now.plus(BACK_WITHIN));
            }
            return List.of();
        });
    }

    /** Does something with all contacts that are known of some devices. */
    private List<Change> each(Predicate<String> devices, Function<Contact, List<Change>> what) {
        List<Change> changes = new ArrayList<>();
        for (Contact contact : doors.contacts().all()) {
            if (!contact.isSilent() && devices.test(contact.device())) {
                changes.addAll(what.apply(contact));
                told(contact.door(), contact.device());
            }
        }
        return changes;
    }

    /** It is not known any more since an instant, unless it was told later than that. */
    private List<Change> silence(Contact contact, Instant since) {
        return since.isBefore(contact.asOf()) ? List.of() : keep(contact.silent(since));
    }

    private List<Change> keep(Contact contact) {
        doors.contacts().put(contact);
        return List.of(new AccessChange.ContactIs(contact));
    }

    private boolean isAtItsDoor(Contact contact) {
        return Contacts.isAt(house, contact.door(), contact.device());
    }

    private boolean isBehind(String device, String connection) {
        return device.equals(connection)
                || gateways.getOrDefault(device, Set.of()).contains(connection);
    }

    private boolean isThere(String device) {
        return there.contains(device)
                || gateways.getOrDefault(device, Set.of()).stream().anyMatch(there::contains);
    }
}

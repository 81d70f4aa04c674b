package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides how long the last report of a contact counts.
 *
 * <ul>
 *   <li>The report counts while its device is connected, itself or through its gateway: the device would report a
 *       change.
 *   <li>The report counts for an hour after the device says goodbye.
 *   <li>The report counts for a minute after the hub ends the connection or restarts: the device needs this time to
 *       come back.
 * </ul>
 *
 * <p>After that the contact is unknown until its device reports it again. A login alone says nothing of the door.
 */
public final class ContactExpiry {
    /** A device may take this long to come back before its report stops counting. */
    private static final Duration BACK_WITHIN = Duration.ofMinutes(1);

    /** The hub notes this often that a device is still there. A restart needs the note. */
    private static final Duration NOTED = Duration.ofMinutes(15);

    private final DoorStates doors;
    private final Set<String> there = new HashSet<>();
    private final Map<String, Instant> awaited = new HashMap<>();
    private final Deadlines<DoorDevice> deadlines = new Deadlines<>();
    private SiteDefinition definition;
    /** By device: the gateways that carry its messages. */
    private Map<String, Set<String>> gateways;

    /** The place of a contact: a door, and the device that reports. */
    private record DoorDevice(String door, String device) {}

    public ContactExpiry(SiteDefinition definition, Doorkeeper keeper) {
        this.definition = definition;
        this.doors = keeper.doors();
        this.gateways = gateways(definition);
    }

    private static Map<String, Set<String>> gateways(SiteDefinition definition) {
        Map<String, Set<String>> gateways = new HashMap<>();
        definition.devices().values().forEach(device -> device.speaksFor()
                .forEach(brought ->
                        gateways.computeIfAbsent(brought, id -> new HashSet<>()).add(device.id())));
        return gateways;
    }

    /**
     * A device reports an instant long ago. Where the report differs from what the hub knows, nobody knows the state
     * now.
     */
    public void late(String door, Device device, boolean open, Instant at, AccessChanges changes) {
        DoorContact known = doors.contacts().of(door, device.id());
        if (known != null && !known.isSilent() && known.isOpen() != open) {
            silence(known, at, changes);
        }
    }

    /**
     * A device says that it is offline, and its contacts become unknown. A device that says it is online says nothing
     * of a door.
     */
    public void status(Device device, boolean online, Instant at, AccessChanges changes) {
        Predicate<String> away = id -> id.equals(device.id()) || (isBehind(id, device.id()) && !there.contains(id));
        if (!online) {
            each(away, contact -> silence(contact, at, changes));
        }
    }

    public void connected(Device device, Instant now, AccessChanges changes) {
        there.add(device.id());
        awaited.remove(device.id());
        awaited.keySet().removeAll(device.speaksFor());
        each(id -> isBehind(id, device.id()), contact -> {
            if (contact.asleep()) {
                keep(contact.awake(now), changes);
            }
        });
    }

    /** The connection of a device broke off. */
    public void lost(Device device, Instant now, AccessChanges changes) {
        gone(device, contact -> silence(contact, now, changes));
    }

    /** A device said goodbye, as battery devices do before they sleep. */
    public void asleep(Device device, Instant now, AccessChanges changes) {
        gone(device, contact -> keep(contact.asleep(now), changes));
    }

    /** The hub ended the connection of a device, so the device comes back soon. */
    public void hungUp(Device device, Instant now) {
        gone(device, contact -> awaited.put(contact.device(), now.plus(BACK_WITHIN)));
    }

    private void gone(Device device, Consumer<DoorContact> what) {
        there.remove(device.id());
        each(id -> isBehind(id, device.id()) && !isThere(id), what);
    }

    /** A contact reported its state. */
    public void told(String door, String device) {
        watch(new DoorDevice(door, device), Instant.MIN);
    }

    /** When {@link #tick} has work next; null for never. */
    public @Nullable Instant due() {
        return deadlines.next();
    }

    /** Makes old reports unknown, and notes which devices are still there. */
    public void tick(Instant now, AccessChanges changes) {
        List<DoorDevice> due = deadlines.removeDue(now);
        if (due.isEmpty()) {
            return;
        }
        for (DoorDevice place : due) {
            DoorContact contact = doors.contacts().of(place.door(), place.device());
            if (contact != null && !contact.isSilent()) {
                pass(contact, now, changes);
            }
        }
        awaited.values().removeIf(until -> !now.isBefore(until));
        due.forEach(place -> watch(place, now));
    }

    private void pass(DoorContact contact, Instant now, AccessChanges changes) {
        Instant until = awaited.get(contact.device());
        if (contact.asleep() && !now.isBefore(contact.standsUntil())) {
            silence(contact, contact.standsUntil(), changes);
        } else if (until != null && !now.isBefore(until)) {
            silence(contact, now, changes);
        } else if (isThere(contact.device()) && !now.isBefore(contact.heard().plus(NOTED))) {
            keep(contact.awake(now), changes);
        }
    }

    /** Plans the next look at a contact: when time alone may change the contact, after {@code now}. */
    private void watch(DoorDevice place, Instant now) {
        DoorContact contact = doors.contacts().of(place.door(), place.device());
        Instant due = contact == null ? null : due(contact);
        deadlines.set(place, due == null || !due.isAfter(now) ? null : due);
    }

    private @Nullable Instant due(DoorContact contact) {
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

    /**
     * A contact becomes unknown where its device left the door, or where an absent device has other gateways than
     * before.
     */
    public void moveTo(SiteDefinition changed, Instant now, AccessChanges changes) {
        Map<String, Set<String>> before = gateways;
        definition = changed;
        gateways = gateways(changed);
        each(id -> true, contact -> {
            String device = contact.device();
            boolean moved = !there.contains(device)
                    && !before.getOrDefault(device, Set.of()).equals(gateways.getOrDefault(device, Set.of()));
            if (moved || !isAtItsDoor(contact)) {
                silence(contact, now, changes);
            }
        });
    }

    /**
     * Restores the contacts after a restart. A contact whose device gave no sign for an hour is unknown. The other
     * devices get time to come back.
     */
    public void restore(Instant now) {
        each(id -> true, contact -> {
            Instant until = contact.standsUntil();
            if (!now.isBefore(until) || !isAtItsDoor(contact)) {
                doors.contacts().put(contact.silent(until.isBefore(now) ? until : now));
            } else if (!contact.asleep()) {
                awaited.put(contact.device(), now.plus(BACK_WITHIN));
            }
        });
    }

    /** Runs an action on all known contacts of some devices. */
    private void each(Predicate<String> devices, Consumer<DoorContact> what) {
        for (DoorContact contact : doors.contacts().all()) {
            if (!contact.isSilent() && devices.test(contact.device())) {
                what.accept(contact);
                told(contact.door(), contact.device());
            }
        }
    }

    /** Makes a contact unknown from an instant on, unless the contact reported later than that. */
    private void silence(DoorContact contact, Instant since, AccessChanges changes) {
        if (!since.isBefore(contact.asOf())) {
            keep(contact.silent(since), changes);
        }
    }

    private void keep(DoorContact contact, AccessChanges changes) {
        doors.contacts().put(contact);
        changes.contact(contact);
    }

    private boolean isAtItsDoor(DoorContact contact) {
        return DoorContacts.isAt(definition, contact.door(), contact.device());
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

package io.foyer.hub.domain;

import io.foyer.hub.domain.Clocks.Timing;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.access.Pass;
import io.foyer.hub.domain.access.Passages;
import io.foyer.hub.domain.access.Reason;
import io.foyer.hub.domain.access.Request;
import io.foyer.hub.domain.energy.Judged;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.occupancy.Occupancy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One house as it is now, in memory. Everything that changes it comes here as a signal, one after the other, and leaves
 * as {@link Effects}; nothing here waits, reads a clock or fails for a bad message.
 */
public final class Site {
    private final Map<String, SeenIds> seen = new HashMap<>();
    private final Map<String, MeterBook> books = new HashMap<>();
    private final Map<Object, Change> owed = new LinkedHashMap<>();
    private final Signs signs = new Signs();
    private final Clocks clocks = new Clocks();
    private final Doorkeeper doorkeeper;
    private final Passages passages;
    private final Occupancy occupancy;
    private House house;

    public Site(House house, Doorkeeper doorkeeper, Occupancy occupancy) {
        this.house = house;
        this.doorkeeper = doorkeeper;
        this.passages = new Passages(doorkeeper);
        this.occupancy = occupancy;
        house.meters().values().forEach(meter -> books.put(meter.id(), new MeterBook(meter, house.timeZone())));
    }

    /** True where a device has used this id before; such a message has no second effect. */
    public boolean isRepeat(String device, Stamp stamp) {
        return stamp.id() != null
                && seen.containsKey(device)
                && seen.get(device).has(stamp.id());
    }

    /** When a message was made, as this site reads it. */
    public Instant timeOf(Device device, Stamp stamp) {
        return clocks.judge(device.id(), stamp).at();
    }

    /** True where a reading must be booked among those that the journal holds. */
    public boolean isLate(Device device, Stamp stamp, Message message) {
        MeterBook book = bookOf(device);
        return book != null
                && message instanceof Message.Metered metered
                && metered.register() != null
                && book.isLate(timeOf(device, stamp));
    }

    /** The book that a device writes in; null where it is no meter, or its meter has left the site file. */
    private @Nullable MeterBook bookOf(Device device) {
        String meter = device.meter();
        return meter == null ? null : books.get(meter);
    }

    /**
     * Hears a message that is not late.
     *
     * @param body its payload, for the trail
     */
    public Effects hear(Device device, String kind, Stamp stamp, Message message, String body) {
        Effects effects = new Effects();
        if (isRepeat(device.id(), stamp)) {
            return effects;
        }
        heard(device, kind, stamp, body, effects);
        Timing timing = clocks.judge(device.id(), stamp);
        boolean teaches = !timing.history();
        if (message instanceof Message.Swipe swipe) {
            teaches &= Swipes.take(house, doorkeeper, passages, device, stamp, timing, swipe, effects)
                    != Reason.STALE_SWIPE;
        } else if (message instanceof Message.Contact contact) {
            contact(device, timing, contact, effects);
        } else if (message instanceof Message.Metered metered) {
            metered(device, stamp, timing, metered, effects);
        } else if (message instanceof Message.Status status) {
            count(occupancy.status(device.id(), status.online(), stamp.arrived()), effects);
        } else {
            count(occupancy.hear(device.id(), message, timing.at(), stamp.arrived(), !timing.history()), effects);
        }
        if (teaches) {
            clocks.learn(device.id(), stamp);
        }
        return effects;
    }

    /**
     * Hears a late reading.
     *
     * @param around those that the journal holds around it, with nothing of the meter still on its way there
     * @return empty where more of the journal is needed; then nothing has changed
     */
    public Optional<Effects> hearLate(
            Device device, String kind, Stamp stamp, Message.Metered late, String body, List<Judged> around) {
        Double register = late.register();
        String meter = device.meter();
        if (register == null || meter == null) {
            throw new IllegalArgumentException("only a register can be late");
        }
        Reading reading = new Reading(timeOf(device, stamp), register);
        MeterBook book = bookOf(device);
        Optional<List<Change>> repaired =
                book == null ? Optional.of(List.of()) : book.repair(around, reading, stamp.arrived());
        return repaired.map(changes -> {
            Effects effects = new Effects();
            heard(device, kind, stamp, body, effects);
            effects.keep(changes);
            effects.showMeter(meter);
            return effects;
        });
    }

    /** What the door says to a swipe that cannot be kept now: its device will send it again for the trail. */
    public List<Order> answer(Device device, Stamp stamp, Message.Swipe swipe) {
        Effects effects = new Effects();
        if (!isRepeat(device.id(), stamp)) {
            Swipes.take(house, doorkeeper, passages, device, stamp, clocks.judge(device.id(), stamp), swipe, effects);
        }
        effects.changes().forEach(change -> {
            Object key = owedBy(change);
            if (key != null) {
                owed.put(key, change);
            }
        });
        return effects.orders();
    }

    /** By what a change replaces an earlier one; null where the swipe that comes again will bring it. */
    private static @Nullable Object owedBy(Change change) {
        if (change instanceof Change.WhereaboutsAre are) {
            return List.of("person", are.whereabouts().person());
        }
        if (change instanceof Change.DoorActed is) {
            return List.of("door", is.activity().door());
        }
        if (change instanceof Change.AttemptsAre are) {
            return List.of("attempts", are.count().subject());
        }
        return change instanceof Change.DayUsed ? change : null;
    }

    /** What answers have changed that could not be kept then; to be kept now. */
    public Effects settle() {
        Effects effects = new Effects();
        owed.values().forEach(effects::keep);
        owed.clear();
        return effects;
    }

    private void heard(Device device, String kind, Stamp stamp, String body, Effects effects) {
        if (stamp.id() != null) {
            rememberId(device.id(), stamp.id(), stamp.arrived());
        }
        effects.keep(new Change.Heard(device.id(), kind, stamp, body));
    }

    private void contact(Device device, Timing timing, Message.Contact message, Effects effects) {
        Door door = device.door() == null ? null : house.doors().get(device.door());
        if (door == null || timing.history()) {
            return;
        }
        DoorActivity.Contact before = doorkeeper.activity(door.id()).contact();
        if (before == null || !timing.at().isBefore(before.asOf())) {
            effects.keep(passages.told(door, new DoorActivity.Contact(message.open(), timing.at(), device.id())));
            effects.showDoor(door.id());
        }
    }

    private void metered(Device device, Stamp stamp, Timing timing, Message.Metered metered, Effects effects) {
        MeterBook book = bookOf(device);
        if (book != null && device.meter() != null) {
            effects.keep(book.hear(metered.register(), metered.rate(), timing.at(), stamp.arrived()));
            effects.showMeter(device.meter());
        }
    }

    private static void count(Occupancy.Changed changed, Effects effects) {
        effects.keep(changed.changes());
        effects.show(changed.zones());
    }

    /** A device has logged in. */
    public Effects connected(Device device, Instant now) {
        Effects effects = new Effects();
        signs.connected(device, now);
        count(occupancy.connected(device.id(), now), effects);
        return effects;
    }

    /**
     * A device's connection has ended.
     *
     * @param failed true where it did not say goodbye
     */
    public Effects gone(Device device, boolean failed, Instant now) {
        Effects effects = new Effects();
        count(occupancy.gone(device.id(), failed, now), effects);
        if (failed) {
            forgetContact(device.id(), effects);
        }
        return effects;
    }

    /** What a door said is not known any more where the device that said it is away. */
    private void forgetContact(String device, Effects effects) {
        Device gone = house.devices().get(device);
        Door door = gone == null || gone.door() == null ? null : house.doors().get(gone.door());
        DoorActivity.Contact contact =
                door == null ? null : doorkeeper.activity(door.id()).contact();
        if (door != null && contact != null && contact.device().equals(device)) {
            effects.keep(passages.told(door, null));
            effects.showDoor(door.id());
        }
    }

    /** Time has passed. */
    public Effects tick(Instant now) {
        Effects effects = new Effects();
        effects.keep(passages.tick(now));
        signs.missing(now).forEach(device -> forgetContact(device, effects));
        signs.tell(house, doorkeeper, now, effects);
        count(occupancy.tick(now), effects);
        return effects;
    }

    /** The site file has changed; what is known of what stays is kept. */
    public Effects moveTo(House changed, Instant now) {
        house = changed;
        doorkeeper.moveTo(changed);
        books.keySet().retainAll(changed.meters().keySet());
        changed.meters()
                .values()
                .forEach(meter -> books.merge(
                        meter.id(), new MeterBook(meter, changed.timeZone()), (before, fresh) -> before.moveTo(meter)));
        Effects effects = new Effects();
        count(occupancy.reload(changed, now), effects);
        return effects;
    }

    public Explanation explain(Credential.Key credential, @Nullable Pass pass, @Nullable Door door, Instant at) {
        return doorkeeper.explain(new Request(
                door,
                Direction.IN,
                credential,
                null,
                pass,
                at,
                LocalDateTime.ofInstant(at, house.timeZone()),
                Duration.ZERO));
    }

    public House house() {
        return house;
    }

    public Doorkeeper doorkeeper() {
        return doorkeeper;
    }

    public Occupancy occupancy() {
        return occupancy;
    }

    public MeterBook book(String meter) {
        MeterBook book = books.get(meter);
        if (book == null) {
            throw new IllegalArgumentException("no meter " + meter);
        }
        return book;
    }

    /** How the doors stand was changed: their devices are told at once. */
    public Effects tellDoors(Instant now) {
        Effects effects = new Effects();
        signs.tell(house, doorkeeper, now, effects);
        return effects;
    }

    /** Brings the doors back as they were before a restart. */
    public void restore(AccessState accessState, Instant now) {
        doorkeeper.restore(accessState);
        signs.await(
                accessState.doors().stream()
                        .map(DoorActivity::contact)
                        .filter(Objects::nonNull)
                        .map(DoorActivity.Contact::device)
                        .collect(Collectors.toSet()),
                now);
    }

    /** Remembers an id from before a restart. */
    public void rememberId(String device, String id, Instant arrived) {
        seen.computeIfAbsent(device, key -> new SeenIds()).add(id, arrived);
    }
}

package io.foyer.hub.domain;

import io.foyer.hub.domain.Clocks.Timing;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Decision;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Explanation;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One house as it is now, in memory. Everything that changes it comes here as a signal, one after the other, and leaves
 * as {@link Effects}; nothing here waits, reads a clock or fails for a bad message.
 */
public final class Site {
    /** A command that arrives later than this must not be obeyed. */
    private static final Duration ORDER_LASTS = Duration.ofSeconds(10);

    private final Map<String, SeenIds> seen = new HashMap<>();
    private final Map<String, MeterBook> books = new HashMap<>();
    private final Map<String, Contact> contacts = new HashMap<>();
    private final Clocks clocks = new Clocks();
    private final Doorkeeper doorkeeper;
    private final Occupancy occupancy;
    private House house;

    /** What a door's contact said last, and which device told it. */
    public record Contact(boolean open, Instant asOf, String device) {}

    public Site(House house, Doorkeeper doorkeeper, Occupancy occupancy) {
        this.house = house;
        this.doorkeeper = doorkeeper;
        this.occupancy = occupancy;
        house.meters().values().forEach(meter -> books.put(meter.id(), new MeterBook(meter, house.timeZone())));
    }

    /** True where a device has used this id before; such a message has no second effect. */
    public boolean isRepeat(String device, Stamp stamp) {
        return stamp.id() != null
                && seen.containsKey(device)
                && seen.get(device).has(stamp.id());
    }

    /** True where a reading must be booked among those that the journal holds, by {@link #hearLate}. */
    public boolean isLate(Device device, Stamp stamp, Message message) {
        return message instanceof Message.Metered metered
                && metered.register() != null
                && device.meter() != null
                && books.get(device.meter())
                        .isLate(clocks.judge(device.id(), stamp).at());
    }

    /**
     * Hears a message for the first time.
     *
     * @param body its payload, for the trail
     */
    public Effects hear(Device device, String kind, Stamp stamp, Message message, String body) {
        return hear(device, kind, stamp, message, body, List.of());
    }

    /**
     * Hears a late reading.
     *
     * @param around the readings that the journal holds around it, with nothing of the meter still on its way there
     */
    public Effects hearLate(
            Device device, String kind, Stamp stamp, Message message, String body, List<Judged> around) {
        return hear(device, kind, stamp, message, body, around);
    }

    private Effects hear(Device device, String kind, Stamp stamp, Message message, String body, List<Judged> around) {
        Effects effects = new Effects();
        if (isRepeat(device.id(), stamp)) {
            return effects;
        }
        remember(device.id(), stamp);
        effects.keep(new Change.Heard(device.id(), kind, stamp, body));
        Timing timing = clocks.judge(device.id(), stamp);
        boolean teaches = !timing.history();
        if (message instanceof Message.Swipe swipe) {
            teaches &= swipe(device, stamp, timing, swipe, effects) != Reason.STALE_SWIPE;
        } else if (message instanceof Message.Contact contact) {
            contact(device, timing, contact, effects);
        } else if (message instanceof Message.Metered metered && device.meter() != null) {
            metered(device.meter(), stamp, timing, metered, around, effects);
        } else if (message instanceof Message.Status status) {
            Occupancy.Changed changed = occupancy.status(device.id(), status.online(), stamp.arrived());
            effects.keep(changed.changes());
            effects.show(changed.zones());
        } else {
            Occupancy.Changed changed =
                    occupancy.hear(device.id(), message, timing.at(), stamp.arrived(), !timing.history());
            effects.keep(changed.changes());
            effects.show(changed.zones());
        }
        if (teaches) {
            clocks.learn(device.id(), stamp);
        }
        return effects;
    }

    private void remember(String device, Stamp stamp) {
        if (stamp.id() != null) {
            seen.computeIfAbsent(device, id -> new SeenIds()).add(stamp.id(), stamp.arrived());
        }
    }

    private Reason swipe(Device device, Stamp stamp, Timing timing, Message.Swipe swipe, Effects effects) {
        Instant shown = timing.history() || timing.age().isNegative()
                ? timing.at()
                : stamp.arrived().minus(timing.age());
        Direction direction = swipe.direction() != null
                ? swipe.direction()
                : device.direction() == null ? Direction.IN : device.direction();
        Door door = device.door() == null ? null : house.doors().get(device.door());
        boolean decided = swipe.decided() != null;
        Duration age = decided
                ? Duration.ZERO
                : timing.history() ? Clocks.LIVE.plus(timing.age().abs()) : timing.age();
        Decision decision = doorkeeper.decide(new Request(
                door,
                direction,
                new Credential.Key(swipe.type(), swipe.credential()),
                swipe.pin(),
                shown,
                LocalDateTime.ofInstant(shown, house.timeZone()),
                age));
        Reason reason = swipe.decided() == null ? decision.reason() : byDevice(swipe.decided(), decision.reason());
        effects.keep(new Change.Decided(new AccessEvent(
                stamp.at() == null ? stamp.arrived() : stamp.at(),
                stamp.arrived(),
                device.id(),
                device.door(),
                stamp.id(),
                swipe.credential(),
                swipe.type(),
                decision.member(),
                direction,
                reason == Reason.GRANTED ? Outcome.GRANTED : Outcome.DENIED,
                reason)));
        if (!decided && !timing.history()) {
            effects.order(
                    reason == Reason.GRANTED && door != null
                            ? new Order.Unlock(
                                    device.id(),
                                    stamp.id(),
                                    door.id(),
                                    door.unlockSeconds(),
                                    stamp.arrived().plus(ORDER_LASTS))
                            : new Order.Deny(device.id(), stamp.id(), reason));
        }
        return reason;
    }

    /** What the device did stands; the rules only say why it was right to refuse, where they know. */
    private static Reason byDevice(Outcome decided, Reason byRules) {
        if (decided == Outcome.GRANTED) {
            return Reason.GRANTED;
        }
        return byRules == Reason.GRANTED ? Reason.NO_RIGHT : byRules;
    }

    private void contact(Device device, Timing timing, Message.Contact contact, Effects effects) {
        String door = device.door();
        if (door == null || timing.history()) {
            return;
        }
        Contact before = contacts.get(door);
        if (before == null || !timing.at().isBefore(before.asOf())) {
            contacts.put(door, new Contact(contact.open(), timing.at(), device.id()));
            effects.showDoor(door);
        }
    }

    private void metered(
            String meter, Stamp stamp, Timing timing, Message.Metered metered, List<Judged> around, Effects effects) {
        MeterBook book = books.get(meter);
        if (metered.register() != null && book.isLate(timing.at())) {
            effects.keep(book.repair(around, new Reading(timing.at(), metered.register()), stamp.arrived()));
        } else {
            effects.keep(book.hear(metered.register(), metered.rate(), timing.at(), stamp.arrived()));
        }
        effects.showMeter(meter);
    }

    /** A device has logged in. */
    public Effects connected(Device device, Instant now) {
        Effects effects = new Effects();
        Occupancy.Changed changed = occupancy.connected(device.id(), now);
        effects.keep(changed.changes());
        effects.show(changed.zones());
        return effects;
    }

    /**
     * A device's connection has ended.
     *
     * @param failed true where it did not say goodbye
     */
    public Effects gone(Device device, boolean failed, Instant now) {
        Effects effects = new Effects();
        Occupancy.Changed changed = occupancy.gone(device.id(), failed, now);
        effects.keep(changed.changes());
        effects.show(changed.zones());
        if (failed && device.door() != null) {
            Contact contact = contacts.get(device.door());
            if (contact != null && contact.device().equals(device.id())) {
                contacts.remove(device.door());
                effects.showDoor(device.door());
            }
        }
        return effects;
    }

    /** Time has passed. */
    public Effects tick(Instant now) {
        Effects effects = new Effects();
        Occupancy.Changed changed = occupancy.tick(now);
        effects.keep(changed.changes());
        effects.show(changed.zones());
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
        contacts.keySet().retainAll(changed.doors().keySet());
        Effects effects = new Effects();
        Occupancy.Changed zones = occupancy.reload(changed, now);
        effects.keep(zones.changes());
        effects.show(zones.zones());
        return effects;
    }

    public Explanation explain(Credential.Key credential, @Nullable Door door, Instant at) {
        return doorkeeper.explain(new Request(
                door,
                Direction.IN,
                credential,
                null,
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

    public @Nullable Contact contact(String door) {
        return contacts.get(door);
    }

    /** Remembers an id from before a restart. */
    public void rememberId(String device, String id, Instant arrived) {
        seen.computeIfAbsent(device, key -> new SeenIds()).add(id, arrived);
    }
}

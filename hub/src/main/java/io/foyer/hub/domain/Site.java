package io.foyer.hub.domain;

import io.foyer.hub.domain.DeviceClocks.Timing;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.ReadingRange;
import io.foyer.hub.domain.occupancy.Occupancy;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One site as the site is now, in memory. Everything that changes it comes here as a signal, one after the other, and leaves
 * as {@link Effects}; nothing here waits, reads a clock or fails for a bad message.
 */
public final class Site {
    private final MessageIds used = new MessageIds();
    private final Map<String, MeterBook> books = new HashMap<>();
    private final DeviceClocks clocks = new DeviceClocks();
    private final Alarms alarms = new Alarms();
    private final DoorControl doors;
    private final Occupancy occupancy;
    private SiteDefinition definition;

    public Site(SiteDefinition definition, Doorkeeper doorkeeper, Occupancy occupancy) {
        this.definition = definition;
        this.doors = new DoorControl(definition, doorkeeper, alarms);
        this.occupancy = occupancy;
        definition
                .meters()
                .values()
                .forEach(meter -> books.put(meter.id(), new MeterBook(meter, definition.timeZone())));
    }

    /** True where a device has used this id before; such a message has no second effect. */
    public boolean isRepeat(String device, MessageStamp stamp) {
        return used.has(device, stamp);
    }

    /** When a message was made, as this site reads it. */
    public Instant timeOf(Device device, MessageStamp stamp) {
        return clocks.judge(device.id(), stamp).at();
    }

    /** True where a reading must be booked among those that the journal holds. */
    public boolean isLate(Device device, MessageStamp stamp, Message message) {
        MeterBook book = bookOf(device);
        return book != null && message.register() != null && book.isLate(timeOf(device, stamp));
    }

    /** The book that a device writes in; null where it is no meter, or its meter has left the site file. */
    @Nullable MeterBook bookOf(Device device) {
        String meter = device.meter();
        return meter == null || !definition.meters().containsKey(meter) ? null : books.get(meter);
    }

    /**
     * Hears a message that is not late.
     *
     * @param body its payload, for the trail
     */
    public Effects hear(Device device, String kind, MessageStamp stamp, Message message, String body) {
        Effects effects = new Effects();
        if (!heard(device, kind, stamp, body, effects)) {
            return effects;
        }
        Timing timing = clocks.judge(device.id(), stamp);
        MessageEffects follows = new MessageEffects(this, device, stamp, timing, effects);
        message.accept(follows);
        if (follows.teachesClock()) {
            clocks.learn(device.id(), stamp);
        }
        return effects;
    }

    /**
     * Hears late readings of one meter.
     *
     * @param around those that the journal holds around them, with nothing of the meter still on its way there
     * @return what the readings come to, and then each message for the trail; or empty where more of the journal is
     *     needed: then nothing has changed
     */
    public Optional<List<Effects>> hearLate(String meter, List<LateReading> late, ReadingRange around, Instant now) {
        Set<List<String>> ids = new HashSet<>();
        List<Reading> readings = new ArrayList<>();
        for (LateReading each : late) {
            String id = each.stamp().id();
            if (id == null
                    || (!isRepeat(each.device().id(), each.stamp())
                            && ids.add(List.of(each.device().id(), id)))) {
                readings.add(new Reading(timeOf(each.device(), each.stamp()), each.register()));
            }
        }
        MeterBook book = books.get(meter);
        Effects booked = new Effects();
        if (book != null && !book.repair(around, readings, now, booked)) {
            return Optional.empty();
        }
        booked.showMeter(meter);
        List<Effects> all = new ArrayList<>(List.of(booked));
        for (LateReading each : late) {
            Effects effects = new Effects();
            heard(each.device(), each.kind(), each.stamp(), each.body(), effects);
            all.add(effects);
        }
        return Optional.of(all);
    }

    /** What the door says to a swipe that cannot be kept now: its device will send it again for the trail. */
    public List<DoorOrder> answer(Device device, MessageStamp stamp, Message.CardSwipe swipe) {
        return isRepeat(device.id(), stamp)
                ? List.of()
                : swipes().answer(device, stamp, clocks.judge(device.id(), stamp), swipe);
    }

    /** Keeps a message and its id; false, and nothing is kept, where the device has used this id before. */
    private boolean heard(Device device, String kind, MessageStamp stamp, String body, Effects effects) {
        if (!used.remember(definition.site(), device.id(), kind, stamp, body, effects)) {
            return false;
        }
        effects.keep(new Change.MessageRecord(device.id(), kind, stamp, body));
        return true;
    }

    /** A device has logged in. */
    public Effects connected(Device device, Instant now) {
        Effects effects = new Effects();
        doors.connected(device, now, effects);
        occupancy.connected(device.id());
        return effects;
    }

    /** A device's connection has ended. */
    public Effects gone(Device device, Disconnection ending, Instant now) {
        Effects effects = new Effects();
        occupancy.gone(device.id(), ending == Disconnection.LOSS, now, effects);
        doors.gone(device, ending, now, effects);
        return effects;
    }

    /** When {@link #tick} has something to do next; null where it has nothing to do until something is heard. */
    public @Nullable Instant due() {
        return Deadlines.earliest(doors.due(), occupancy.due());
    }

    /** Time has passed. */
    public Effects tick(Instant now) {
        Effects effects = new Effects();
        doors.tick(now, effects);
        occupancy.tick(now, effects);
        return effects;
    }

    /**
     * The site file has changed. What is known is kept, also of what has left it, as the store keeps it: it may come back
     * and goes on then.
     */
    public Effects moveTo(SiteDefinition changed, Instant now) {
        Effects effects = new Effects();
        definition = changed;
        doors.moveTo(changed, now, effects);
        changed.meters()
                .values()
                .forEach(meter -> books.merge(
                        meter.id(),
                        new MeterBook(meter, changed.timeZone()),
                        (before, fresh) -> before.moveTo(meter, changed.timeZone())));
        occupancy.reload(changed, now, effects);
        return effects;
    }

    public SiteDefinition definition() {
        return definition;
    }

    public Doorkeeper doorkeeper() {
        return doors.doorkeeper();
    }

    SwipeControl swipes() {
        return doors.swipes();
    }

    /** Doors and those who pass them. */
    public DoorControl doors() {
        return doors;
    }

    public Alarms alarms() {
        return alarms;
    }

    /** Somebody has seen to an alarm; nothing where it is not there. */
    public Effects acknowledge(String alarm, String by) {
        Effects effects = new Effects();
        Alarm now = alarms.acknowledge(alarm, by);
        if (now != null) {
            effects.keep(new Change.AlarmUpdate(now));
            doors.kept(effects);
        }
        return effects;
    }

    public Occupancy occupancy() {
        return occupancy;
    }

    /** The book of a meter, also of one that has left the site file. */
    public MeterBook book(String meter) {
        return books.computeIfAbsent(meter, id -> MeterBook.closed(id, definition.timeZone()));
    }

    /** Remembers an id, as from before a restart; false where it was there already. */
    public boolean rememberId(String device, String id, Instant arrived) {
        return used.add(device, id, arrived);
    }
}

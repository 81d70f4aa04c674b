package io.foyer.hub.domain;

import io.foyer.hub.domain.DeviceClocks.Timing;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.RegisterFold;
import io.foyer.hub.domain.energy.Repairs;
import io.foyer.hub.domain.occupancy.Occupancy;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One site in memory, as it is now. Everything that changes the site comes as a signal, one after another, and leaves
 * as {@link Effects}. Nothing here waits, reads a clock or fails for a bad message.
 */
public final class Site {
    private final MessageIds used = new MessageIds();
    private final MeterBooks books;
    private final DeviceClocks clocks = new DeviceClocks();
    private final Alarms alarms = new Alarms();
    private final DemandAlarms demand = new DemandAlarms(alarms);
    private final LeakAlarms leaks = new LeakAlarms(alarms);
    private final DoorControl doors;
    private final Occupancy occupancy;
    private SiteDefinition definition;

    public Site(SiteDefinition definition, Doorkeeper doorkeeper, Occupancy occupancy) {
        this.definition = definition;
        this.occupancy = occupancy;
        this.doors = new DoorControl(definition, doorkeeper, alarms);
        this.books = new MeterBooks(definition);
    }

    /** True where the device has used this id before. The second message has no effect. */
    public boolean isRepeat(String device, MessageStamp stamp) {
        return used.has(device, stamp);
    }

    /** When the device made a message, by the judgement of this site. */
    public Instant timeOf(Device device, MessageStamp stamp) {
        return clocks.judge(device.id(), stamp).at();
    }

    /** True where the reading is older than a reading that the journal holds. */
    public boolean isLate(Device device, MessageStamp stamp, Message message) {
        return books.isLate(device, message, timeOf(device, stamp));
    }

    /**
     * The book of a device's meter. Null where the device is no meter, or where the site file no longer has the meter.
     */
    @Nullable MeterBook bookOf(Device device) {
        return books.of(device);
    }

    /**
     * Applies a message that is not late.
     *
     * @param body the payload, for the trail
     */
    public Effects hear(Device device, String kind, MessageStamp stamp, Message message, String body) {
        Effects effects = new Effects();
        if (!heard(device, kind, stamp, body, effects)) {
            return effects;
        }
        Timing timing = clocks.judge(device.id(), stamp);
        MessageEffects follows = new MessageEffects(this, device, stamp, timing, effects);
        message.accept(follows);
        doors.takePassed().forEach(follows::walked);
        raise(effects);
        if (follows.teachesClock()) {
            clocks.learn(device.id(), stamp);
        }
        return effects;
    }

    /** Keeps a late reading until a fold takes it into the ledger. Without effects where the device has used the id before. */
    public Effects hearLate(Device device, String kind, MessageStamp stamp, Message.MeterReport report, String body) {
        Effects effects = new Effects();
        MeterBook book = books.of(device);
        if (heard(device, kind, stamp, body, effects) && book != null) {
            Reading reading = MeterBooks.reading(book, report, timeOf(device, stamp));
            if (reading != null) {
                effects.late(book.meter().id(), reading);
            }
        }
        return effects;
    }

    /** Takes a fold of late readings, or of a corrected one, into the book of a meter. The caller keeps the fold. */
    public Effects take(String meter, RegisterFold fold, Instant now) {
        Effects effects = new Effects();
        books.of(meter).take(fold, now);
        effects.showMeter(meter);
        return effects;
    }

    /** The repairs of a meter are others, and durable. */
    public Effects repair(String meter, Repairs changed) {
        Effects effects = new Effects();
        books.of(meter).repair(changed);
        effects.showMeter(meter);
        return effects;
    }

    /** Answers a swipe that the hub cannot keep now. The device sends the swipe again, for the trail. */
    public List<DoorOrder> answer(Device device, MessageStamp stamp, Message.CardSwipe swipe) {
        return isRepeat(device.id(), stamp)
                ? List.of()
                : swipes().answer(device, stamp, clocks.judge(device.id(), stamp), swipe);
    }

    /** Keeps a message and its id. False where the device has used the id before; then the site keeps nothing. */
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
        raise(effects);
        doors.gone(device, ending, now, effects);
        return effects;
    }

    /** When {@link #tick} has work next; null where only a signal can make work. */
    public @Nullable Instant due() {
        return Deadlines.earliest(demand.due(), Deadlines.earliest(doors.due(), occupancy.due()));
    }

    /** Time has passed. */
    public Effects tick(Instant now) {
        Effects effects = new Effects();
        doors.tick(now, effects);
        occupancy.tick(now, effects);
        demand.tick(now, effects);
        raise(effects);
        return effects;
    }

    private void raise(Effects effects) {
        SensorAlarms.tell(effects, alarms);
    }

    /**
     * Takes a changed site file. The site keeps what it knows, as the store does. It also keeps things that left the
     * file: they may come back, and then go on.
     */
    public Effects moveTo(SiteDefinition changed, Instant now) {
        Effects effects = new Effects();
        definition = changed;
        doors.moveTo(changed, now, effects);
        books.moveTo(changed);
        occupancy.reload(changed, now, effects);
        raise(effects);
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

    /** The doors, and the people who pass them. */
    public DoorControl doors() {
        return doors;
    }

    public DemandAlarms demand() {
        return demand;
    }

    public LeakAlarms leaks() {
        return leaks;
    }

    public Alarms alarms() {
        return alarms;
    }

    /** A person takes care of an alarm. Without effects where the site does not have the alarm. */
    public Effects acknowledge(String alarm, String by) {
        Effects effects = new Effects();
        Alarm now = alarms.acknowledge(alarm, by);
        if (now != null) {
            effects.keep(new Change.AlarmUpdate(now));
            doors.kept(effects);
        }
        return effects;
    }

    /** A person has counted a zone. */
    public Effects setCount(String zone, int people, Instant now) {
        Effects effects = new Effects();
        occupancy.set(zone, people, now, effects);
        raise(effects);
        return effects;
    }

    public Occupancy occupancy() {
        return occupancy;
    }

    /** The book of a meter. A meter that has left the site file has a book too. */
    public MeterBook book(String meter) {
        return books.of(meter);
    }

    /** Remembers an id from before a restart. False where the id was there already. */
    public boolean rememberId(String device, String id, Instant arrived) {
        return used.add(device, id, arrived);
    }
}

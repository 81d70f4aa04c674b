package io.foyer.hub.web.live;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.foyer.hub.site.ViewerFeed.DoorView;
import io.foyer.hub.site.ViewerFeed.MeterView;
import io.foyer.hub.web.live.Mailbox.FeedMail;
import io.foyer.hub.web.wire.AlarmEntry;
import io.foyer.hub.web.wire.EventEntry;
import io.foyer.hub.web.wire.LiveDoor;
import io.foyer.hub.web.wire.LiveMeter;
import io.foyer.hub.web.wire.LiveZone;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest entries of a site, in the order of the site file. A thing that never sent anything is there as unknown.
 */
final class SiteSnapshot {
    static final int KEPT_EVENTS = 200;

    private final Map<String, ZoneCount> counts = new LinkedHashMap<>();
    private final Map<String, MeterView> readings = new LinkedHashMap<>();
    private final Map<String, DoorView> states = new LinkedHashMap<>();
    private final Map<String, AlarmEntry> alarms = new LinkedHashMap<>();
    private final Deque<EventEntry> events = new ArrayDeque<>();
    private final DecisionNumbers numbers = new DecisionNumbers();
    private final EntryList<LiveZone> zones = new EntryList<>();
    private final EntryList<LiveMeter> meters = new EntryList<>();
    private final EntryList<LiveDoor> doors = new EntryList<>();
    private SiteDefinition definition;
    private boolean lockdown;
    private boolean toldLockdown;
    private FeedMail untold = new FeedMail();

    /**
     * The changes since the last call.
     *
     * @param missed the number of decisions older than {@code events} that came too fast for a frame each
     * @param numbered the number of each decision in {@code events}
     * @param lockdown whether the site is locked down; null where viewers know
     * @param reshaped true where zones, meters or doors came or went. Then viewers need everything anew
     */
    record SnapshotChanges(
            List<LiveZone> zones,
            List<LiveMeter> meters,
            List<LiveDoor> doors,
            List<AlarmEntry> alarms,
            List<EventEntry> events,
            List<Long> numbered,
            int missed,
            @Nullable Boolean lockdown,
            boolean reshaped) {}

    SiteSnapshot(SiteDefinition definition) {
        this.definition = definition;
        show(definition);
        changes();
    }

    /** Takes in changes. A decision is shown when viewers hear of it, so that nobody sees a decision twice. */
    @SuppressWarnings(
            "ReferenceEquality") // a reload makes another object; a comparison of two whole houses costs too much
    void apply(SiteDefinition changed, FeedMail mail) {
        counts.putAll(mail.zones);
        readings.putAll(mail.meters);
        states.putAll(mail.doors);
        untold.alarms.putAll(mail.alarms);
        untold.addEvents(mail.events, mail.missed);
        lockdown = mail.lockdown == null ? lockdown : mail.lockdown;
        if (changed != definition) {
            definition = changed;
            show(changed);
            return;
        }
        mail.zones.forEach((id, count) -> {
            Zone zone = definition.zones().get(id);
            if (zone != null) {
                zones.put(id, LiveZone.of(zone, count));
            }
        });
        mail.meters.forEach((id, reading) -> {
            Meter meter = definition.meters().get(id);
            if (meter != null) {
                meters.put(id, LiveMeter.of(meter, reading));
            }
        });
        mail.doors.forEach((id, state) -> doors.put(id, LiveDoor.of(state)));
    }

    /** Shows every entry of a site whose file has changed. */
    private void show(SiteDefinition changed) {
        Map<String, LiveZone> allZones = new LinkedHashMap<>();
        changed.zones().forEach((id, zone) -> {
            ZoneCount count = counts.get(id);
            allZones.put(id, count == null ? LiveZone.unknown(zone) : LiveZone.of(zone, count));
        });
        zones.replace(allZones);
        Map<String, LiveMeter> allMeters = new LinkedHashMap<>();
        changed.meters().forEach((id, meter) -> {
            MeterView reading = readings.get(id);
            allMeters.put(id, reading == null ? LiveMeter.unknown(meter) : LiveMeter.of(meter, reading));
        });
        meters.replace(allMeters);
        Map<String, LiveDoor> allDoors = new LinkedHashMap<>();
        changed.doors().forEach((id, door) -> {
            DoorView state = states.get(id);
            allDoors.put(id, state == null ? LiveDoor.unknown(door) : LiveDoor.of(state));
        });
        doors.replace(allDoors);
    }

    /** The changes since the last call. */
    SnapshotChanges changes() {
        if (numbers.last() == 0 && untold.events.size() >= KEPT_EVENTS) {
            numbers.haveEarlier(); // a site begins with the newest decisions of the store, and the store has older ones
        }
        numbers.skip(untold.missed);
        List<Long> numbered = untold.events.stream().map(numbers::next).toList();
        List<EventEntry> added = untold.events.stream().map(EventEntry::of).toList();
        added.forEach(events::addLast);
        while (events.size() > KEPT_EVENTS) {
            events.removeFirst();
        }
        List<AlarmEntry> raised =
                untold.alarms.values().stream().map(AlarmEntry::of).toList();
        raised.forEach(alarm -> alarms.put(alarm.id(), alarm));
        alarms.values().removeIf(AlarmEntry::over);
        boolean reshaped = zones.isReshaped() || meters.isReshaped() || doors.isReshaped();
        SnapshotChanges changes = new SnapshotChanges(
                zones.tell(),
                meters.tell(),
                doors.tell(),
                raised,
                added,
                numbered,
                untold.missed,
                lockdown == toldLockdown ? null : (Boolean) lockdown,
                reshaped);
        toldLockdown = lockdown;
        untold = new FeedMail();
        return changes;
    }

    List<LiveZone> zones() {
        return zones.all();
    }

    List<LiveMeter> meters() {
        return meters.all();
    }

    List<LiveDoor> doors() {
        return doors.all();
    }

    /** The alarms that still need somebody's attention, oldest first. */
    List<AlarmEntry> alarms() {
        return List.copyOf(alarms.values());
    }

    /** True while a lockdown shuts every door of the site. */
    boolean lockdown() {
        return lockdown;
    }

    /** The numbers of the decisions of which viewers have heard. */
    DecisionNumbers numbers() {
        return numbers;
    }

    /** The last {@link #KEPT_EVENTS}, oldest first. */
    List<EventEntry> events() {
        return List.copyOf(events);
    }
}

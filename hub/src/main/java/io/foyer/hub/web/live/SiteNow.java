package io.foyer.hub.web.live;

import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.foyer.hub.site.Feed.DoorNow;
import io.foyer.hub.site.Feed.MeterNow;
import io.foyer.hub.web.live.Mailbox.Mail;
import io.foyer.hub.web.wire.AlarmEntry;
import io.foyer.hub.web.wire.EventEntry;
import io.foyer.hub.web.wire.LiveDoor;
import io.foyer.hub.web.wire.LiveMeter;
import io.foyer.hub.web.wire.LiveZone;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest entry of all that a site has, in the order of its file. What was never heard of is there, as unknown. */
final class SiteNow {
    static final int KEPT_EVENTS = 200;

    private final Map<String, ZoneCount> counts = new LinkedHashMap<>();
    private final Map<String, MeterNow> readings = new LinkedHashMap<>();
    private final Map<String, DoorNow> states = new LinkedHashMap<>();
    private final Map<String, AlarmEntry> alarms = new LinkedHashMap<>();
    private final Deque<EventEntry> events = new ArrayDeque<>();
    private final Numbers numbers = new Numbers();
    private Entries now = new Entries(Map.of(), Map.of(), Map.of());
    private Entries told = now;
    private Mail untold = new Mail();

    /** By id, in the order of the site file. */
    private record Entries(Map<String, LiveZone> zones, Map<String, LiveMeter> meters, Map<String, LiveDoor> doors) {
        boolean hasShapeOf(Entries other) {
            return zones.keySet().equals(other.zones.keySet())
                    && meters.keySet().equals(other.meters.keySet())
                    && doors.keySet().equals(other.doors.keySet());
        }
    }

    /**
     * What is different now.
     *
     * @param missed decisions older than {@code events} that came too fast to be told one by one
     * @param numbered the number of each of {@code events}
     * @param reshaped true where zones, meters or doors came or went: then everything must be told anew
     */
    record Changes(
            List<LiveZone> zones,
            List<LiveMeter> meters,
            List<LiveDoor> doors,
            List<AlarmEntry> alarms,
            List<EventEntry> events,
            List<Long> numbered,
            int missed,
            boolean reshaped) {}

    SiteNow(House house) {
        apply(house, new Mail());
        told = now;
    }

    /** Takes in what came. Decisions are shown when they are told, so that nobody sees one twice. */
    void apply(House house, Mail mail) {
        counts.putAll(mail.zones);
        readings.putAll(mail.meters);
        states.putAll(mail.doors);
        untold.alarms.putAll(mail.alarms);
        untold.addEvents(mail.events, mail.missed);
        Entries entries = new Entries(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        house.zones().forEach((id, zone) -> {
            ZoneCount count = counts.get(id);
            entries.zones().put(id, count == null ? LiveZone.unknown(zone) : LiveZone.of(zone, count));
        });
        house.meters().forEach((id, meter) -> {
            MeterNow reading = readings.get(id);
            entries.meters().put(id, reading == null ? LiveMeter.unknown(meter) : LiveMeter.of(meter, reading));
        });
        house.doors().forEach((id, door) -> {
            DoorNow state = states.get(id);
            entries.doors().put(id, state == null ? LiveDoor.unknown(door) : LiveDoor.of(state));
        });
        now = entries;
    }

    /** What is different since this was last asked. */
    Changes changes() {
        if (numbers.last() == 0 && untold.events.size() >= KEPT_EVENTS) {
            numbers.haveEarlier(); // a site begins with so many of the store's, which has more
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
        alarms.values().removeIf(AlarmEntry::isOver);
        Changes changes = new Changes(
                different(now.zones(), told.zones()),
                different(now.meters(), told.meters()),
                different(now.doors(), told.doors()),
                raised,
                added,
                numbered,
                untold.missed,
                !now.hasShapeOf(told));
        told = now;
        untold = new Mail();
        return changes;
    }

    private static <T> List<T> different(Map<String, T> now, Map<String, T> before) {
        List<T> changed = new ArrayList<>();
        now.forEach((id, entry) -> {
            if (!entry.equals(before.get(id))) {
                changed.add(entry);
            }
        });
        return changed;
    }

    List<LiveZone> zones() {
        return List.copyOf(now.zones().values());
    }

    List<LiveMeter> meters() {
        return List.copyOf(now.meters().values());
    }

    List<LiveDoor> doors() {
        return List.copyOf(now.doors().values());
    }

    /** Those that somebody should look at still, oldest first. */
    List<AlarmEntry> alarms() {
        return List.copyOf(alarms.values());
    }

    /** Of the decisions that have been told. */
    Numbers numbers() {
        return numbers;
    }

    /** The last {@link #KEPT_EVENTS}, oldest first. */
    List<EventEntry> events() {
        return List.copyOf(events);
    }
}

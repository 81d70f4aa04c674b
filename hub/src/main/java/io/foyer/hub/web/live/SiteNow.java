package io.foyer.hub.web.live;

import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.foyer.hub.site.Feed.DoorNow;
import io.foyer.hub.site.Feed.MeterNow;
import io.foyer.hub.web.live.Mailbox.Mail;
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
    private final Deque<EventEntry> events = new ArrayDeque<>();
    private Map<String, LiveZone> zones = Map.of();
    private Map<String, LiveMeter> meters = Map.of();
    private Map<String, LiveDoor> doors = Map.of();

    /**
     * What is different now.
     *
     * @param missed decisions older than {@code events} that came too fast to be told one by one
     * @param reshaped true where zones, meters or doors came or went: then everything must be told anew
     */
    record Changes(
            List<LiveZone> zones,
            List<LiveMeter> meters,
            List<LiveDoor> doors,
            List<EventEntry> events,
            int missed,
            boolean reshaped) {}

    SiteNow(House house) {
        apply(house, new Mail());
    }

    Changes apply(House house, Mail mail) {
        counts.putAll(mail.zones);
        readings.putAll(mail.meters);
        states.putAll(mail.doors);
        var zonesBefore = zones;
        var metersBefore = meters;
        var doorsBefore = doors;
        zones = new LinkedHashMap<>();
        house.zones().forEach((id, zone) -> {
            ZoneCount count = counts.get(id);
            zones.put(id, count == null ? LiveZone.unknown(zone) : LiveZone.of(zone, count));
        });
        meters = new LinkedHashMap<>();
        house.meters().forEach((id, meter) -> {
            MeterNow now = readings.get(id);
            meters.put(id, now == null ? LiveMeter.unknown(meter) : LiveMeter.of(meter, now));
        });
        doors = new LinkedHashMap<>();
        house.doors().forEach((id, door) -> {
            DoorNow now = states.get(id);
            doors.put(id, now == null ? LiveDoor.unknown(door) : LiveDoor.of(now));
        });
        boolean reshaped = !zones.keySet().equals(zonesBefore.keySet())
                || !meters.keySet().equals(metersBefore.keySet())
                || !doors.keySet().equals(doorsBefore.keySet());
        List<EventEntry> added = mail.events.stream().map(EventEntry::of).toList();
        for (EventEntry event : added) {
            events.addLast(event);
            if (events.size() > KEPT_EVENTS) {
                events.removeFirst();
            }
        }
        return new Changes(
                different(zones, zonesBefore),
                different(meters, metersBefore),
                different(doors, doorsBefore),
                added,
                mail.missed,
                reshaped);
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
        return List.copyOf(zones.values());
    }

    List<LiveMeter> meters() {
        return List.copyOf(meters.values());
    }

    List<LiveDoor> doors() {
        return List.copyOf(doors.values());
    }

    /** The last {@link #KEPT_EVENTS}, oldest first. */
    List<EventEntry> events() {
        return List.copyOf(events);
    }
}

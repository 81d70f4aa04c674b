package io.foyer.hub.web.live;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.foyer.hub.site.ViewerFeed.DoorView;
import io.foyer.hub.site.ViewerFeed.FeedFrame;
import io.foyer.hub.site.ViewerFeed.MeterView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * From the sites' loops to the people's loop. What is not fetched in time is conflated: of each entry only the newest
 * waits, of decisions at most {@link #MOST_EVENTS}, the older ones being counted as missed. So it never grows with the
 * rate of change.
 */
final class Mailbox {
    static final int MOST_EVENTS = 1_000;

    private final Map<String, FeedMail> bySite = new ConcurrentHashMap<>();

    /** What waits for one site. Touched inside the map's atomic operations only, until it is taken out. */
    static final class FeedMail {
        final Map<String, ZoneCount> zones = new LinkedHashMap<>();
        final Map<String, MeterView> meters = new LinkedHashMap<>();
        final Map<String, DoorView> doors = new LinkedHashMap<>();
        final Map<String, Alarm> alarms = new LinkedHashMap<>();
        final List<AccessEvent> events = new ArrayList<>();
        int missed;

        private FeedMail add(FeedFrame frame) {
            frame.zones().forEach(zone -> zones.put(zone.zone(), zone));
            frame.meters().forEach(meter -> meters.put(meter.meter(), meter));
            frame.doors().forEach(door -> doors.put(door.door(), door));
            frame.alarms().forEach(alarm -> alarms.put(alarm.id(), alarm));
            addEvents(frame.events(), 0);
            return this;
        }

        /** Adds decisions behind {@code missedBefore} others. */
        void addEvents(List<AccessEvent> added, int missedBefore) {
            missed += missedBefore;
            events.addAll(added);
            int tooMany = events.size() - MOST_EVENTS;
            if (tooMany > 0) {
                events.subList(0, tooMany).clear();
                missed += tooMany;
            }
        }
    }

    /** From any thread. */
    void put(String site, FeedFrame frame) {
        bySite.compute(site, (key, waiting) -> (waiting == null ? new FeedMail() : waiting).add(frame));
    }

    /** Takes all that waits for a site. */
    Optional<FeedMail> take(String site) {
        return Optional.ofNullable(bySite.remove(site));
    }

    /** The sites for which something waits. */
    Set<String> sites() {
        return Set.copyOf(bySite.keySet());
    }
}

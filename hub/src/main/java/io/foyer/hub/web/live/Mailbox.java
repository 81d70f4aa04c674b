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
import org.jspecify.annotations.Nullable;

/**
 * Carries changes from the sites' loop to the people's loop. Of each entry only the newest waits. Of the decisions
 * {@link #MOST_EVENTS} wait at most; older ones count as missed. So the mailbox does not grow with the rate of change.
 */
final class Mailbox {
    static final int MOST_EVENTS = 1_000;

    private final Map<String, FeedMail> bySite = new ConcurrentHashMap<>();

    /** The changes that wait for one site. Only the map's atomic operations touch them, until they are taken out. */
    static final class FeedMail {
        final Map<String, ZoneCount> zones = new LinkedHashMap<>();
        final Map<String, MeterView> meters = new LinkedHashMap<>();
        final Map<String, DoorView> doors = new LinkedHashMap<>();
        final Map<String, Alarm> alarms = new LinkedHashMap<>();
        final List<AccessEvent> events = new ArrayList<>();
        int missed;

        @Nullable Boolean lockdown;

        private FeedMail add(FeedFrame frame) {
            frame.zones().forEach(zone -> zones.put(zone.zone(), zone));
            frame.meters().forEach(meter -> meters.put(meter.meter(), meter));
            frame.doors().forEach(door -> doors.put(door.door(), door));
            frame.alarms().forEach(alarm -> alarms.put(alarm.id(), alarm));
            addEvents(frame.events(), 0);
            lockdown = frame.lockdown() == null ? lockdown : frame.lockdown();
            return this;
        }

        /** Adds decisions after {@code missedBefore} missed ones. */
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

    /** Puts changes in. All threads may call this. */
    void put(String site, FeedFrame frame) {
        bySite.compute(site, (key, waiting) -> (waiting == null ? new FeedMail() : waiting).add(frame));
    }

    /** Takes out all changes that wait for a site. */
    Optional<FeedMail> take(String site) {
        return Optional.ofNullable(bySite.remove(site));
    }

    /** The sites with changes that wait. */
    Set<String> sites() {
        return Set.copyOf(bySite.keySet());
    }
}

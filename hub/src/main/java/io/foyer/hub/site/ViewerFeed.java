package io.foyer.hub.site;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.occupancy.ZoneCount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The viewers of a site. The site calls on its loop, after the commit, in order. An implementation must not block. */
public interface ViewerFeed {

    /** Shows the changed entries, each whole. At the start of a site and after a reload these are all entries. */
    void show(String site, FeedFrame frame);

    /**
     * What changed in a site.
     *
     * @param lockdown whether the site is locked down; null where that is as it was
     */
    record FeedFrame(
            List<ZoneCount> zones,
            List<MeterView> meters,
            List<DoorView> doors,
            List<Alarm> alarms,
            List<AccessEvent> events,
            @Nullable Boolean lockdown) {
        public FeedFrame {
            zones = List.copyOf(zones);
            meters = List.copyOf(meters);
            doors = List.copyOf(doors);
            alarms = List.copyOf(alarms);
            events = List.copyOf(events);
        }
    }

    /**
     * The values of a meter at one moment.
     *
     * @param rate W or m³/h, or null where the rate is unknown or too old for the present
     * @param today mWh, ml or bytes since the site's midnight
     * @param asOf the time of the newest reading, or null where none ever came
     */
    record MeterView(
            String meter,
            @Nullable Double rate,
            long today,
            @Nullable Instant asOf) {}

    /** The state of a door at one moment; the contact is null where it is unknown. */
    record DoorView(
            String door,
            String mode,
            @Nullable Boolean open,
            @Nullable Instant asOf) {}
}

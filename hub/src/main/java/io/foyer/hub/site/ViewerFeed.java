package io.foyer.hub.site;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.occupancy.ZoneCount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever watches a site. Told on the site's loop, after the commit, in order; it must not block. */
public interface ViewerFeed {

    /** The entries that changed, each whole; at the start of a site and after a reload all of them. */
    void show(String site, FeedFrame frame);

    record FeedFrame(
            List<ZoneCount> zones,
            List<MeterView> meters,
            List<DoorView> doors,
            List<Alarm> alarms,
            List<AccessEvent> events) {
        public FeedFrame {
            zones = List.copyOf(zones);
            meters = List.copyOf(meters);
            doors = List.copyOf(doors);
            alarms = List.copyOf(alarms);
            events = List.copyOf(events);
        }
    }

    /**
     * A meter at this moment.
     *
     * @param rate W or m³/h, or null where it is not known or too old to pass for the present
     * @param today kWh, m³ or bytes since the site's midnight
     * @param asOf of its newest reading, or null where it was never heard
     */
    record MeterView(
            String meter,
            @Nullable Double rate,
            double today,
            @Nullable Instant asOf) {}

    /** A door at this moment; the contact is null where it is not known. */
    record DoorView(
            String door,
            String mode,
            @Nullable Boolean open,
            @Nullable Instant asOf) {}
}

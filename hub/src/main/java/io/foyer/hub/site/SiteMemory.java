package io.foyer.hub.site;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Repairs;
import io.foyer.hub.domain.occupancy.AccuracyState;
import io.foyer.hub.domain.occupancy.BalanceState;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.SensorState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a site remembers over a restart. Things that have left the site file are included.
 *
 * @param balances what lines and badges have counted at the borders of zones
 * @param accuracies how far the counts of zones were from the truth
 * @param points of each zone, the newest in order of time: what late counts of sensors may still change
 * @param readings by meter: the readings from its last believed one on (neither held nor an error), in order of time
 * @param quarters by meter, in order: the quarter of its last believed reading, because the next booking begins in it,
 *     and the quarters of the last 26 hours, which hold the site's today in any time zone; by what the readings say
 * @param repairs by meter
 * @param late the meters with readings that wait for a fold
 * @param rates by meter
 * @param ids by device, oldest first: the ids of the last 24 hours and at least the last 4,096, with the time of
 *     arrival
 * @param events the newest 200 decisions, oldest first
 * @param alarms the 1,000 alarms that a site knows, oldest first
 * @param accessState what passages and time have changed at the doors
 */
public record SiteMemory(
        List<Member> members,
        List<Membership> memberships,
        List<Credential> credentials,
        List<Booking> bookings,
        List<Visit> visits,
        List<DoorOverride> doors,
        @Nullable Lockdown lockdown,
        List<SensorState> sources,
        List<BalanceState> balances,
        List<CountPoint> points,
        List<AccuracyState> accuracies,
        Map<String, List<JudgedReading>> readings,
        Map<String, List<Quarter>> quarters,
        Map<String, Repairs> repairs,
        List<String> late,
        Map<String, LastRate> rates,
        Map<String, List<RememberedId>> ids,
        List<AccessEvent> events,
        List<Alarm> alarms,
        AccessState accessState) {

    /** The last flow that a meter told, in W or m³/h. */
    public record LastRate(@Nullable Double rate, Instant asOf) {}

    /** An id that a device has used. */
    public record RememberedId(String id, Instant arrived) {}
}

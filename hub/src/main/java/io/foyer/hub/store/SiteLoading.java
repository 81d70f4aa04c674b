package io.foyer.hub.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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
import io.foyer.hub.site.SiteMemory;
import io.foyer.hub.site.SiteMemory.LastRate;
import io.foyer.hub.site.SiteMemory.RememberedId;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all that a site needs after a start. Things that the site file no longer names are read too: they may come
 * back.
 */
final class SiteLoading {
    /** The ids of a device's last 24 h, $4 at most. Of a device in the site file at least the last $3 ids. */
    private static final String IDS = """
            SELECT d.id AS device, m.message_id, m.arrived
            FROM device d
            CROSS JOIN LATERAL (
              SELECT count(*) AS number FROM message
              WHERE device = d.key AND message_id IS NOT NULL AND arrived >= $2) recent
            CROSS JOIN LATERAL (
              SELECT message_id, arrived FROM message WHERE device = d.key AND message_id IS NOT NULL
              ORDER BY arrived DESC LIMIT greatest(CASE WHEN d.retired_at IS NULL THEN $3::int8 ELSE 0 END, least($4::int8, recent.number))) m
            WHERE d.key = ANY ($1) ORDER BY m.arrived""";

    private static final int IDS_AT_LEAST = 4096;
    private static final int IDS_AT_MOST = 100_000;
    private static final int EVENTS = 200;

    private final SqlClient client;
    private final SiteKeys keys;
    private final Instant now;

    SiteLoading(SqlClient client, SiteKeys keys, Instant now) {
        this.client = client;
        this.keys = keys;
        this.now = now;
    }

    Future<SiteMemory> load() {
        Integer[] zones = keys.zones().values().toArray(Integer[]::new);
        Integer[] devices = keys.devices().values().toArray(Integer[]::new);
        Integer[] meters = keys.meters().values().toArray(Integer[]::new);
        Future<List<Member>> members = PeopleQueries.members(client, keys.site());
        Future<List<Membership>> memberships = PeopleQueries.memberships(client, keys.site());
        Future<List<Credential>> credentials = PeopleQueries.credentials(client, keys.site());
        Future<List<Booking>> bookings = ReservationQueries.bookings(client, keys.site());
        Future<List<Visit>> visits = ReservationQueries.visits(client, keys.site());
        Future<List<DoorOverride>> doors = DoorOverrideRows.doors(client, keys.site());
        Future<Optional<Lockdown>> lockdown = DoorOverrideRows.lockdown(client, keys.site());
        Future<List<SensorState>> sources = OccupancyQueries.sources(client, devices);
        Future<List<BalanceState>> balances = OccupancyQueries.balances(client, zones);
        Future<List<CountPoint>> points = OccupancyQueries.points(client, zones);
        Future<List<AccuracyState>> accuracies = OccupancyQueries.accuracies(client, zones);
        Future<Map<String, LastRate>> rates = MeterQueries.rates(client, meters);
        Future<Map<String, List<JudgedReading>>> readings = MeterQueries.readings(client, meters);
        Future<Map<String, List<Quarter>>> quarters =
                readings.compose(all -> MeterQueries.quarters(client, keys, all, now));
        Future<Map<String, Repairs>> repairs = RepairRows.of(client, meters);
        Future<List<String>> late = MeterQueries.late(client, meters);
        Future<Map<String, List<RememberedId>>> ids = RowQuery.collect(
                client,
                IDS,
                Tuple.of(devices, RowTimes.toRow(now.minus(24, ChronoUnit.HOURS)), IDS_AT_LEAST, IDS_AT_MOST),
                groupingBy(row -> row.getString("device"), HashMap::new, mapping(SiteLoading::seen, toList())));
        Future<List<AccessEvent>> events = EventQueries.newest(client, keys.site(), EVENTS);
        Future<List<Alarm>> alarms = AlarmQueries.known(client, keys.site());
        Future<AccessState> accessState = AccessQueries.accessState(client, keys.site());
        return Future.all(List.of(
                        members,
                        memberships,
                        credentials,
                        bookings,
                        visits,
                        doors,
                        lockdown,
                        sources,
                        balances,
                        points,
                        accuracies,
                        rates,
                        readings,
                        quarters,
                        repairs,
                        late,
                        ids,
                        events,
                        alarms,
                        accessState))
                .map(all -> new SiteMemory(
                        members.result(),
                        memberships.result(),
                        credentials.result(),
                        bookings.result(),
                        visits.result(),
                        doors.result(),
                        lockdown.result().orElse(null),
                        sources.result(),
                        balances.result(),
                        points.result(),
                        accuracies.result(),
                        readings.result(),
                        quarters.result(),
                        repairs.result(),
                        late.result(),
                        rates.result(),
                        ids.result(),
                        events.result(),
                        alarms.result(),
                        accessState.result()));
    }

    private static RememberedId seen(Row row) {
        return new RememberedId(row.getString("message_id"), RowTimes.of(row, "arrived"));
    }
}

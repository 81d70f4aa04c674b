package io.foyer.hub.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

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
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Quarters;
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
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;

/**
 * Reads all that a site needs after a start. Things that the site file no longer names are read too: they may come
 * back.
 */
final class SiteLoading {
    private static final String RATES =
            "SELECT m.id AS meter, r.rate, r.as_of FROM rate_state r JOIN meter m ON m.key = r.meter"
                    + " WHERE r.meter = ANY ($1)";
    private static final String READINGS = """
            SELECT m.id AS meter, r.at, r.register, r.verdict, r.booked_from, r.quantity, r.estimated
            FROM meter m
            CROSS JOIN LATERAL (
              SELECT coalesce(max(at), '-infinity') AS at FROM (
                SELECT at FROM reading WHERE meter = m.key AND verdict NOT IN ('held', 'error')
                ORDER BY at DESC LIMIT 1) last) sound
            JOIN reading r ON r.meter = m.key AND r.at >= sound.at
            WHERE m.key = ANY ($1) ORDER BY r.at""";
    private static final String QUARTERS = """
            SELECT DISTINCT m.id AS meter, q.start, q.quantity, q.estimated
            FROM unnest($1::int4[], $2::timestamptz[], $3::timestamptz[]) day(meter, first, until)
            JOIN quarter q ON q.meter = day.meter AND q.start >= day.first AND q.start < day.until
            JOIN meter m ON m.key = q.meter ORDER BY q.start""";

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
        Future<List<Booking>> bookings = Reservations.bookings(client, keys.site());
        Future<List<Visit>> visits = Reservations.visits(client, keys.site());
        Future<List<DoorOverride>> doors = DoorOverrideRows.doors(client, keys.site());
        Future<Optional<Lockdown>> lockdown = DoorOverrideRows.lockdown(client, keys.site());
        Future<List<SensorState>> sources = OccupancyQueries.sources(client, devices);
        Future<Map<String, BalanceState>> balances = OccupancyQueries.balances(client, zones);
        Future<List<CountPoint>> points = OccupancyQueries.points(client, zones);
        Future<List<Row>> rates = collect(RATES, Tuple.of(meters), toList());
        Future<Map<String, List<JudgedReading>>> readings = collect(
                READINGS,
                Tuple.of(meters),
                groupingBy(row -> row.getString("meter"), HashMap::new, mapping(Readings::judged, toList())));
        Future<Map<String, List<Quarter>>> quarters = readings.compose(this::quarters);
        Future<Map<String, List<RememberedId>>> ids = collect(
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
                        rates,
                        readings,
                        quarters,
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
                        readings.result(),
                        quarters.result(),
                        rates.result().stream()
                                .collect(toMap(
                                        row -> row.getString("meter"),
                                        row -> new LastRate(row.getDouble("rate"), RowTimes.of(row, "as_of")))),
                        ids.result(),
                        events.result(),
                        alarms.result(),
                        accessState.result()));
    }

    private Future<Map<String, List<Quarter>>> quarters(Map<String, List<JudgedReading>> readings) {
        List<Integer> meters = new ArrayList<>();
        List<OffsetDateTime> first = new ArrayList<>();
        List<OffsetDateTime> until = new ArrayList<>();
        readings.forEach((meter, list) -> {
            // The first reading is the last believed one. The next booking begins in its quarter.
            add(meter, list.get(0).reading().at(), list.get(0).reading().at(), meters, first, until);
            add(meter, now.minus(MeterBook.LONGEST_DAY), now, meters, first, until);
        });
        return collect(
                QUARTERS,
                Tuple.of(
                        meters.toArray(Integer[]::new),
                        first.toArray(OffsetDateTime[]::new),
                        until.toArray(OffsetDateTime[]::new)),
                groupingBy(row -> row.getString("meter"), HashMap::new, mapping(SiteLoading::quarter, toList())));
    }

    /** Adds the quarters from one instant to another: those that lie in the range as a whole, or begin in it. */
    private void add(
            String meter,
            Instant from,
            Instant to,
            List<Integer> meters,
            List<OffsetDateTime> first,
            List<OffsetDateTime> until) {
        meters.add(keys.meter(meter));
        first.add(RowTimes.toRow(Quarters.startOf(from)));
        until.add(RowTimes.toRow(to.plus(Quarters.LENGTH)));
    }

    private <R> Future<R> collect(String sql, Tuple values, Collector<Row, ?, ? extends R> collector) {
        return client.preparedQuery(sql).collecting(collector).execute(values).map(result -> result.value());
    }

    static Quarter quarter(Row row) {
        return new Quarter(
                row.getString("meter"),
                RowTimes.of(row, "start"),
                row.getDouble("quantity"),
                row.getBoolean("estimated"));
    }

    private static RememberedId seen(Row row) {
        return new RememberedId(row.getString("message_id"), RowTimes.of(row, "arrived"));
    }
}

package io.foyer.hub.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.access.PinAttempts;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.access.Whereabouts.UnusedGrant;
import io.foyer.hub.domain.definition.Zone;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Reads the state of the doors and who is where. Doors and zones that have left the site file are read too, because
 * they may come back. Until then a person in such a zone counts as outside.
 */
final class AccessQueries {
    private static final String WHEREABOUTS = """
            SELECT w.*, z.id AS zone_id, d.id AS door_id, t.id AS target_id
            FROM whereabouts w
            LEFT JOIN zone z ON z.key = w.zone
            LEFT JOIN door d ON d.key = w.grant_door
            LEFT JOIN zone t ON t.key = w.grant_target
            WHERE w.site = $1 AND (w.since > '1970-01-01T00:00:00Z' OR w.grant_until IS NOT NULL)""";
    private static final String DAYS = "SELECT membership, day FROM day_used WHERE site = $1";
    private static final String ATTEMPTS = "SELECT subject, wrong, last FROM attempts WHERE site = $1 AND wrong > 0";
    private static final String DOORS =
            "SELECT s.*, d.id FROM door_activity s JOIN door d ON d.key = s.door WHERE d.site = $1";

    private static final String CONTACTS = """
            SELECT c.*, d.id AS door_id, by.id AS device_id FROM door_contact c
            JOIN door d ON d.key = c.door JOIN device by ON by.key = c.device WHERE d.site = $1""";
    private static final String RELEASE =
            "SELECT since, actor, reason FROM release WHERE site = $1 AND since IS NOT NULL";

    private AccessQueries() {}

    static Future<AccessState> accessState(SqlClient client, int site) {
        Tuple of = Tuple.of(site);
        Future<Set<Whereabouts>> whereabouts =
                collect(client, WHEREABOUTS, of, mapping(AccessQueries::whereabouts, toSet()));
        Future<Map<String, Set<LocalDate>>> days = collect(
                client,
                DAYS,
                of,
                groupingBy(
                        row -> row.getString("membership"),
                        HashMap::new,
                        mapping(row -> row.getLocalDate("day"), toSet())));
        Future<Set<PinAttempts.WrongPins>> attempts = collect(
                client,
                ATTEMPTS,
                of,
                mapping(
                        row -> new PinAttempts.WrongPins(
                                row.getString("subject"), row.getInteger("wrong"), RowTimes.of(row, "last")),
                        toSet()));
        Future<Set<DoorActivity>> doors = collect(client, DOORS, of, mapping(AccessQueries::door, toSet()));
        Future<Set<DoorContact>> contacts = collect(client, CONTACTS, of, mapping(AccessQueries::contact, toSet()));
        Future<Set<Release>> release = collect(
                client,
                RELEASE,
                of,
                mapping(
                        row -> new Release(RowTimes.of(row, "since"), row.getString("actor"), row.getString("reason")),
                        toSet()));
        return Future.all(whereabouts, days, attempts, doors, contacts, release)
                .map(all -> new AccessState(
                        whereabouts.result(),
                        days.result(),
                        attempts.result(),
                        doors.result(),
                        contacts.result(),
                        release.result().stream().findFirst().orElse(null)));
    }

    private static <R> Future<R> collect(
            SqlClient client, String sql, Tuple values, Collector<Row, ?, ? extends R> to) {
        return RowQuery.collect(client, sql, values, to);
    }

    private static Whereabouts whereabouts(Row row) {
        @Nullable String door = row.getString("door_id");
        return new Whereabouts(
                row.getString("person"),
                orOutside(row.getString("zone_id")),
                RowTimes.of(row, "since"),
                row.getBoolean("forgiven"),
                door == null
                        ? null
                        : new UnusedGrant(
                                door,
                                orOutside(row.getString("target_id")),
                                RowTimes.of(row, "grant_until"),
                                row.getString("grant_membership")));
    }

    private static String orOutside(@Nullable String zone) {
        return zone == null ? Zone.OUTSIDE : zone;
    }

    private static DoorActivity door(Row row) {
        return new DoorActivity(
                row.getString("id"), RowTimes.orNull(row, "granted_until"), RowTimes.orNull(row, "first_in"));
    }

    private static DoorContact contact(Row row) {
        return new DoorContact(
                row.getString("door_id"),
                row.getString("device_id"),
                row.getBoolean("open"),
                RowTimes.of(row, "as_of"),
                RowTimes.of(row, "heard"),
                row.getBoolean("asleep"));
    }
}

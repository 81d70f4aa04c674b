package io.foyer.hub.store;

import io.foyer.hub.domain.house.House;
import io.foyer.hub.site.Premises;
import io.foyer.hub.store.Registry.Keys;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the registry agree with a house. */
final class Registration {
    private static final String SITE =
            "INSERT INTO site (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET retired_at = NULL RETURNING key";

    // %1$s is one of our own table names.
    private static final String ADD = """
            INSERT INTO %1$s (site, id)
            SELECT $1, id FROM unnest($2::text[]) id WHERE NOT EXISTS (SELECT FROM %1$s WHERE site = $1 AND %1$s.id = id.id)
            """;
    private static final String RETIRE = """
            UPDATE %1$s SET retired_at = CASE WHEN id = ANY ($2) THEN NULL ELSE $3::timestamptz END
            WHERE site = $1 AND (retired_at IS NULL) <> (id = ANY ($2))""";
    private static final String KEYS = "SELECT id, key FROM %1$s WHERE site = $1";
    private static final String AUDIT =
            "INSERT INTO audit (site, at, actor, action, subject, detail) VALUES ($1, $2, $3, 'configure', $4, $5)";

    private static final String FORGET = "DELETE FROM site_part WHERE site = $1";
    private static final String REMEMBER =
            "INSERT INTO site_part (site, thing, content) SELECT $1, * FROM unnest($2::text[], $3::text[])";
    private static final String REMEMBERED =
            "SELECT thing, content FROM site_part WHERE site = (SELECT key FROM site WHERE id = $1)";

    private Registration() {}

    /** What the file said when it was last written here. */
    static Future<Map<String, String>> remembered(SqlClient client, String site) {
        return client.preparedQuery(REMEMBERED)
                .collecting(Collectors.toMap(row -> row.getString("thing"), row -> row.getString("content")))
                .execute(Tuple.of(site))
                .map(SqlResult::value);
    }

    private static Future<?> remember(PgConnection connection, Keys keys, Map<String, String> parts) {
        List<String> things = List.copyOf(parts.keySet());
        String[] contents = things.stream().map(parts::get).toArray(String[]::new);
        return connection.preparedQuery(FORGET).execute(Tuple.of(keys.site())).compose(any -> connection
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(keys.site(), things.toArray(String[]::new), contents)));
    }

    /** Writes it in one transaction, with one line in the audit where there is a difference; gives all keys back. */
    static Future<Keys> write(
            PgConnection connection, Premises premises, Instant now, String actor, List<String> difference) {
        House house = premises.house();
        return connection.begin().compose(transaction -> keys(connection, house, now)
                .compose(keys ->
                        audit(connection, keys, house, now, actor, difference).map(keys))
                .compose(keys -> remember(connection, keys, premises.parts()).map(keys))
                .compose(keys -> transaction.commit().map(keys)));
    }

    private static Future<Keys> keys(PgConnection connection, House house, Instant now) {
        return connection
                .preparedQuery(SITE)
                .execute(Tuple.of(house.site()))
                .map(rows -> rows.iterator().next().getInteger("key"))
                .compose(site -> table(connection, "zone", site, house.zones().keySet(), now)
                        .compose(zones -> table(
                                        connection, "door", site, house.doors().keySet(), now)
                                .compose(doors -> table(
                                                connection,
                                                "device",
                                                site,
                                                house.devices().keySet(),
                                                now)
                                        .compose(devices -> table(
                                                        connection,
                                                        "meter",
                                                        site,
                                                        house.meters().keySet(),
                                                        now)
                                                .map(meters -> new Keys(site, zones, doors, devices, meters))))));
    }

    private static Future<Map<String, Integer>> table(
            PgConnection connection, String table, int site, Set<String> ids, Instant now) {
        String[] all = ids.toArray(String[]::new);
        return connection
                .preparedQuery(ADD.formatted(table))
                .execute(Tuple.of(site, (Object) all))
                .compose(any -> connection
                        .preparedQuery(RETIRE.formatted(table))
                        .execute(Tuple.of(site, all, Times.toRow(now))))
                .compose(any -> connection.preparedQuery(KEYS.formatted(table)).execute(Tuple.of(site)))
                .map(rows -> {
                    Map<String, Integer> keys = new HashMap<>();
                    rows.forEach(row -> keys.put(row.getString("id"), row.getInteger("key")));
                    return Map.copyOf(keys);
                });
    }

    private static Future<?> audit(
            PgConnection connection, Keys keys, House house, Instant now, String actor, List<String> difference) {
        return difference.isEmpty()
                ? Future.succeededFuture()
                : connection
                        .preparedQuery(AUDIT)
                        .execute(Tuple.of(
                                keys.site(), Times.toRow(now), actor, house.site(), String.join("\n", difference)));
    }
}

package io.foyer.hub.store;

import static java.util.stream.Collectors.toMap;

import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads the keys of what is registered. A row has all keys of a site, because a row for each key costs more to read. */
final class RegistryKeys {
    private static final String KEYS = """
            SELECT s.id AS site_id, array_agg(t.id) AS ids, array_agg(t.key) AS keys
            FROM %1$s t JOIN site s ON s.key = t.site WHERE s.id = ANY ($1) GROUP BY s.id""";

    private RegistryKeys() {}

    /** By site: the keys of all registered things. */
    static Future<Map<String, SiteKeys>> of(SqlClient client, Collection<String> sites) {
        Tuple of = Tuple.of((Object) Registration.array(sites));
        Future<Map<String, Row>> owners = client.preparedQuery(
                        "SELECT id, key, time_zone FROM site WHERE id = ANY ($1)")
                .collecting(toMap((Row row) -> row.getString("id"), row -> row))
                .execute(of)
                .map(SqlResult::value);
        Future<Map<String, Map<String, Integer>>> zones = keys(client, "zone", of);
        Future<Map<String, Map<String, Integer>>> doors = keys(client, "door", of);
        Future<Map<String, Map<String, Integer>>> devices = keys(client, "device", of);
        Future<Map<String, Map<String, Integer>>> meters = keys(client, "meter", of);
        return Future.all(owners, zones, doors, devices, meters).map(all -> {
            Map<String, SiteKeys> keys = new HashMap<>();
            owners.result()
                    .forEach((site, row) -> keys.put(
                            site,
                            new SiteKeys(
                                    row.getInteger("key"),
                                    ZoneId.of(row.getString("time_zone")),
                                    zones.result().getOrDefault(site, Map.of()),
                                    doors.result().getOrDefault(site, Map.of()),
                                    devices.result().getOrDefault(site, Map.of()),
                                    meters.result().getOrDefault(site, Map.of()))));
            return keys;
        });
    }

    private static Future<Map<String, Map<String, Integer>>> keys(SqlClient client, String table, Tuple sites) {
        return client.preparedQuery(KEYS.formatted(table))
                .collecting(toMap((Row row) -> row.getString("site_id"), RegistryKeys::keys))
                .execute(sites)
                .map(SqlResult::value);
    }

    private static Map<String, Integer> keys(Row row) {
        String[] ids = row.getArrayOfStrings("ids");
        Integer[] keys = row.getArrayOfIntegers("keys");
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            byId.put(ids[i], keys[i]);
        }
        return byId;
    }
}

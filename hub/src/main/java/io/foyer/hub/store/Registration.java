package io.foyer.hub.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.SiteFileChange;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the registry agree with the files of some sites. Each statement is for all these sites. */
final class Registration {
    private static final String SITES = """
            INSERT INTO site (id) SELECT unnest($1::text[]) ON CONFLICT (id) DO UPDATE SET retired_at = NULL
            RETURNING id, key""";

    // %1$s is the name of one of Foyer's tables.
    private static final String ADD = """
            INSERT INTO %1$s (site, id)
            SELECT named.site, named.id FROM unnest($1::int4[], $2::text[]) named(site, id)
            WHERE NOT EXISTS (SELECT FROM %1$s old WHERE old.site = named.site AND old.id = named.id)""";
    private static final String RETIRE = """
            UPDATE %1$s SET retired_at = CASE WHEN named.id IS NULL THEN $4::timestamptz END
            FROM %1$s old
            LEFT JOIN unnest($2::int4[], $3::text[]) named(site, id) ON named.site = old.site AND named.id = old.id
            WHERE %1$s.key = old.key AND old.site = ANY ($1) AND (old.retired_at IS NULL) <> (named.id IS NOT NULL)""";
    private static final String KEYS = """
            SELECT s.id AS site_id, t.id, t.key FROM %1$s t JOIN site s ON s.key = t.site WHERE s.id = ANY ($1)""";
    private static final String AUDIT = """
            INSERT INTO audit (site, at, actor, action, subject, detail)
            SELECT s.key, $1, $2, 'configure', s.id, detail
            FROM unnest($3::text[], $4::text[]) line(site_id, detail) JOIN site s ON s.id = line.site_id""";

    private static final String FORGET = "DELETE FROM site_part WHERE site = ANY ($1)";
    private static final String REMEMBER = """
            INSERT INTO site_part (site, thing, content)
            SELECT * FROM unnest($1::int4[], $2::text[], $3::text[])""";
    private static final String REMEMBERED = """
            SELECT s.id AS site, p.thing, p.content FROM site_part p JOIN site s ON s.key = p.site
            WHERE s.id = ANY ($1)""";

    private Registration() {}

    /** By site: the content of the site file at its last registration. */
    static Future<Map<String, Map<String, String>>> remembered(SqlClient client, Collection<String> sites) {
        return client.preparedQuery(REMEMBERED)
                .collecting(groupingBy(
                        (Row row) -> row.getString("site"),
                        toMap(row -> row.getString("thing"), row -> row.getString("content"))))
                .execute(Tuple.of((Object) array(sites)))
                .map(SqlResult::value);
    }

    /** Writes all sites in one transaction, with one line in the audit where there is a difference. */
    static Future<Void> write(PgConnection connection, List<SiteFileChange> changed, Instant now, String actor) {
        List<SiteDefinition> definitions =
                changed.stream().map(one -> one.setup().definition()).toList();
        return connection.begin().compose(transaction -> connection
                .preparedQuery(SITES)
                .execute(Tuple.of((Object)
                        array(definitions.stream().map(SiteDefinition::site).toList())))
                .map(rows -> {
                    Map<String, Integer> sites = new HashMap<>();
                    rows.forEach(row -> sites.put(row.getString("id"), row.getInteger("key")));
                    return sites;
                })
                .compose(sites -> table(connection, "zone", sites, definitions, SiteDefinition::zones, now)
                        .compose(done -> table(connection, "door", sites, definitions, SiteDefinition::doors, now))
                        .compose(done -> table(connection, "device", sites, definitions, SiteDefinition::devices, now))
                        .compose(done -> table(connection, "meter", sites, definitions, SiteDefinition::meters, now))
                        .compose(done -> remember(connection, sites, changed)))
                .compose(done -> audit(connection, changed, now, actor))
                .compose(done -> transaction.commit()));
    }

    private static Future<?> table(
            PgConnection connection,
            String table,
            Map<String, Integer> sites,
            List<SiteDefinition> definitions,
            Function<SiteDefinition, Map<String, ?>> things,
            Instant now) {
        List<Integer> owners = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        definitions.forEach(definition -> things.apply(definition).keySet().forEach(id -> {
            owners.add(sites.get(definition.site()));
            ids.add(id);
        }));
        Integer[] all = sites.values().toArray(Integer[]::new);
        Integer[] site = owners.toArray(Integer[]::new);
        String[] id = array(ids);
        return connection
                .preparedQuery(ADD.formatted(table))
                .execute(Tuple.of(site, (Object) id))
                .compose(any -> connection
                        .preparedQuery(RETIRE.formatted(table))
                        .execute(Tuple.of(all, site, id, RowTimes.toRow(now))));
    }

    private static Future<?> remember(
            PgConnection connection, Map<String, Integer> sites, List<SiteFileChange> changed) {
        List<Integer> owners = new ArrayList<>();
        List<String> things = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        changed.forEach(one -> one.setup().parts().forEach((thing, content) -> {
            owners.add(sites.get(one.setup().definition().site()));
            things.add(thing);
            contents.add(content);
        }));
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of((Object) sites.values().toArray(Integer[]::new)))
                .compose(any -> connection
                        .preparedQuery(REMEMBER)
                        .execute(Tuple.of(owners.toArray(Integer[]::new), array(things), array(contents))));
    }

    private static Future<?> audit(PgConnection connection, List<SiteFileChange> changed, Instant now, String actor) {
        List<SiteFileChange> told =
                changed.stream().filter(one -> !one.difference().isEmpty()).toList();
        return connection
                .preparedQuery(AUDIT)
                .execute(Tuple.of(
                        RowTimes.toRow(now),
                        actor,
                        array(told.stream()
                                .map(one -> one.setup().definition().site())
                                .toList()),
                        array(told.stream()
                                .map(one -> String.join("\n", one.difference()))
                                .toList())));
    }

    /** By site: the keys of all registered things. */
    static Future<Map<String, SiteKeys>> keys(SqlClient client, Collection<String> sites) {
        Tuple of = Tuple.of((Object) array(sites));
        Future<Map<String, Integer>> owners = client.preparedQuery("SELECT id, key FROM site WHERE id = ANY ($1)")
                .collecting(toMap((Row row) -> row.getString("id"), row -> row.getInteger("key")))
                .execute(of)
                .map(SqlResult::value);
        Future<Map<String, Map<String, Integer>>> zones = keys(client, "zone", of);
        Future<Map<String, Map<String, Integer>>> doors = keys(client, "door", of);
        Future<Map<String, Map<String, Integer>>> devices = keys(client, "device", of);
        Future<Map<String, Map<String, Integer>>> meters = keys(client, "meter", of);
        return Future.all(owners, zones, doors, devices, meters).map(all -> {
            Map<String, SiteKeys> keys = new HashMap<>();
            owners.result()
                    .forEach((site, key) -> keys.put(
                            site,
                            new SiteKeys(
                                    key,
                                    zones.result().getOrDefault(site, Map.of()),
                                    doors.result().getOrDefault(site, Map.of()),
                                    devices.result().getOrDefault(site, Map.of()),
                                    meters.result().getOrDefault(site, Map.of()))));
            return keys;
        });
    }

    private static Future<Map<String, Map<String, Integer>>> keys(SqlClient client, String table, Tuple sites) {
        return client.preparedQuery(KEYS.formatted(table))
                .collecting(groupingBy(
                        (Row row) -> row.getString("site_id"),
                        toMap(row -> row.getString("id"), row -> row.getInteger("key"))))
                .execute(sites)
                .map(SqlResult::value);
    }

    private static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}

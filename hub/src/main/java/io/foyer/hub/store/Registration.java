package io.foyer.hub.store;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.SiteFileChange;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
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
            WITH named AS (SELECT unnest($1::text[]) AS id, unnest($2::text[]) AS time_zone),
            old AS (SELECT key, time_zone FROM site WHERE id = ANY ($1))
            INSERT INTO site AS now (id, time_zone) SELECT * FROM named
            ON CONFLICT (id) DO UPDATE SET retired_at = NULL, time_zone = excluded.time_zone
            RETURNING id, key, EXISTS (SELECT FROM old WHERE old.key = now.key AND old.time_zone <> now.time_zone) AS moved,
              CASE WHEN now.time_zone ~ '^[+-]' THEN translate(now.time_zone, '+-', '-+') ELSE now.time_zone END AS sql_zone""";

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
    private static final String AUDIT = """
            INSERT INTO audit (site, at, actor, action, subject, detail)
            SELECT s.key, $1, $2, 'configure', s.id, detail
            FROM unnest($3::text[], $4::text[]) line(site_id, detail) JOIN site s ON s.id = line.site_id""";

    private Registration() {}

    /** Writes all sites in one transaction, with one line in the audit where there is a difference. */
    static Future<Void> write(PgConnection connection, List<SiteFileChange> changed, Instant now, String actor) {
        List<SiteDefinition> definitions =
                changed.stream().map(one -> one.setup().definition()).toList();
        return connection.begin().compose(transaction -> connection
                .preparedQuery(SITES)
                .execute(Tuple.of(
                        array(definitions.stream().map(SiteDefinition::site).toList()),
                        (Object) array(definitions.stream()
                                .map(definition -> definition.timeZone().getId())
                                .toList())))
                .compose(rows -> {
                    Map<String, Integer> sites = new HashMap<>();
                    Future<?> moved = Future.succeededFuture();
                    for (Row row : rows) {
                        sites.put(row.getString("id"), row.getInteger("key"));
                        if (row.getBoolean("moved")) {
                            moved = moved.compose(any -> connection
                                    .preparedQuery(MeterStatements.DAYS_ANEW)
                                    .execute(Tuple.of(row.getInteger("key"), row.getString("sql_zone"))));
                        }
                    }
                    return moved.map(sites);
                })
                .compose(sites -> table(connection, "zone", sites, definitions, SiteDefinition::zones, now)
                        .compose(done -> table(connection, "door", sites, definitions, SiteDefinition::doors, now))
                        .compose(done -> table(connection, "device", sites, definitions, SiteDefinition::devices, now))
                        .compose(done -> table(connection, "meter", sites, definitions, SiteDefinition::meters, now))
                        .compose(done -> MeterFactors.write(connection, sites, definitions, now))
                        .compose(done -> AppliedFiles.remember(connection, sites, changed)))
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

    static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}

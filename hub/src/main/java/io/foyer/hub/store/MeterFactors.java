package io.foyer.hub.store;

import io.foyer.hub.domain.baseline.StaticChange;
import io.foyer.hub.domain.baseline.StaticFactor;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the use of meters depends on, since when: it ends a baseline. */
final class MeterFactors {
    private static final String WRITE = """
            INSERT INTO meter_factor (meter, factor, since, value)
            SELECT m.key, f.factor, $5, f.value
            FROM unnest($1::int4[], $2::text[], $3::text[], $4::text[]) f(site, meter, factor, value)
            JOIN meter m ON m.site = f.site AND m.id = f.meter
            WHERE f.value IS DISTINCT FROM (
              SELECT value FROM meter_factor old WHERE old.meter = m.key AND old.factor = f.factor
              ORDER BY since DESC LIMIT 1)
            ON CONFLICT DO NOTHING""";

    /** A factor that the file names for the first time has not changed. */
    static final String CHANGES = """
            WITH place AS (SELECT m.key FROM site s JOIN meter m ON m.site = s.key WHERE s.id = $1 AND m.id = $2)
            SELECT * FROM (
              SELECT factor, since AS at, lag(value) OVER (PARTITION BY factor ORDER BY since) AS before, value AS after
              FROM meter_factor WHERE meter = (SELECT key FROM place)
              UNION ALL
              SELECT 'register', at, '', '' FROM reading WHERE meter = (SELECT key FROM place) AND verdict = 'epoch'
              ORDER BY at DESC LIMIT 100) change
            WHERE before IS NOT NULL ORDER BY at""";

    private MeterFactors() {}

    static Future<?> write(
            PgConnection connection, Map<String, Integer> sites, List<SiteDefinition> definitions, Instant now) {
        List<Integer> owners = new ArrayList<>();
        List<String> meters = new ArrayList<>();
        List<String> factors = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (SiteDefinition definition : definitions) {
            definition.meters().values().forEach(meter -> StaticFactor.of(definition, meter)
                    .forEach((factor, value) -> {
                        owners.add(sites.get(definition.site()));
                        meters.add(meter.id());
                        factors.add(Code.of(factor));
                        values.add(value);
                    }));
        }
        return connection
                .preparedQuery(WRITE)
                .execute(Tuple.of(
                        owners.toArray(Integer[]::new),
                        Registration.array(meters),
                        Registration.array(factors),
                        Registration.array(values),
                        RowTimes.toRow(now)));
    }

    static StaticChange change(Row row) {
        return new StaticChange(
                RowTimes.of(row, "at"),
                Code.read(StaticFactor.class, row.getString("factor")),
                row.getString("before"),
                row.getString("after"));
    }
}
